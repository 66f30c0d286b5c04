import { sectors } from '@commonweal/domain/partners/sectors'
import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { resolveVariables } from '../../theme/css-variables.ts'
import { theme } from '../../theme/theme.ts'
import { onSector, sectorColours } from './sector-colours.ts'

const variables = resolveVariables(mergeMantineTheme(DEFAULT_THEME, theme))

describe.each(['light', 'dark'] as const)('the colours of sectors in the %s appearance', (appearance) => {
  const colours = sectorColours[appearance]
  const surface = variables[appearance]['--cw-surface'] ?? ''

  test.each(sectors)('%s stands out from the surface and carries its letters', (sector) => {
    expect(contrast(colours[sector], surface)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours[sector], onSector[appearance])).toBeGreaterThanOrEqual(4.5)
  })

  test('no two are nearer than 0.07 in OKLab', () => {
    const near = sectors.flatMap((one, index) =>
      sectors.slice(index + 1).flatMap((other) => {
        const distance = Math.hypot(...oklab(colours[one]).map((value, at) => value - (oklab(colours[other])[at] ?? 0)))
        return distance < 0.07 ? [`${one} and ${other}: ${distance}`] : []
      }),
    )
    expect(near).toEqual([])
  })
})

function linear(hex: string): [number, number, number] {
  return [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other]
    .map(linear)
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Source: Ottosson 2020, the published matrices. */
function oklab(hex: string): [number, number, number] {
  const [red, green, blue] = linear(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
