import type { Sector } from '@commonweal/domain/partners/sectors'

/**
 * A colour for each sector in each appearance: 4.5 : 1 against the surface, and against the letters inside; no two nearer than
 * 0.07 in OKLab (`sector-colours.test.ts`). Colour is never alone: each carries the letters of its sector. Source: docs/adr/0096.
 */
export const sectorColours: Readonly<Record<'light' | 'dark', Readonly<Record<Sector, string>>>> = {
  light: {
    'local-government': '#2b4ea7',
    education: '#0a70a4',
    social: '#462e69',
    health: '#c91f3a',
    energy: '#8d5e05',
    culture: '#9c17a6',
    sport: '#248430',
    business: '#723311',
    finance: '#034747',
    ngo: '#047879',
    'citizen-group': '#6d48d1',
    'youth-group': '#b44901',
    other: '#5f5a52',
  },
  dark: {
    'local-government': '#739bf5',
    education: '#72d1fe',
    social: '#a67ad6',
    health: '#fe717b',
    energy: '#f0cf4c',
    culture: '#ef82e7',
    sport: '#76e87d',
    business: '#c8875a',
    finance: '#4ea683',
    ngo: '#81ecec',
    'citizen-group': '#bcb2fe',
    'youth-group': '#ffa659',
    other: '#a9a49c',
  },
}

/** What is written on a colour of a sector. */
export const onSector = { light: '#ffffff', dark: '#10201c' } as const
