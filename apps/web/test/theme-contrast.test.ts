import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { resolveVariables } from '../src/theme/css-variables.ts'
import { theme } from '../src/theme/theme.ts'

const { variables, light, dark }: Record<'variables' | 'light' | 'dark', Variables> = resolveVariables(
  mergeMantineTheme(DEFAULT_THEME, theme),
)

/** Text on ground; 4.5 : 1 by WCAG 2.2 AA. */
const texts = [
  ['--mantine-color-text', '--mantine-color-body'],
  ['--mantine-color-text', '--cw-surface'],
  ['--mantine-color-text', '--cw-sunken'],
  ['--cw-ink-soft', '--mantine-color-body'],
  ['--cw-ink-soft', '--cw-surface'],
  ['--cw-ink-soft', '--cw-sunken'],
  ['--mantine-color-anchor', '--mantine-color-body'],
  ['--mantine-color-anchor', '--cw-surface'],
  ['--mantine-color-anchor', '--cw-sunken'],
  ['--mantine-color-error', '--cw-surface'],
  ['--mantine-color-placeholder', '--mantine-color-default'],
  ['--cw-on-filled', '--mantine-color-pine-filled'],
  ['--cw-on-filled', '--mantine-color-pine-filled-hover'],
  ['--cw-on-filled', '--mantine-color-red-filled'],
  ['--mantine-color-pine-light-color', '--mantine-color-pine-light'],
  ['--mantine-color-pine-light-color', '--mantine-color-pine-light-hover'],
  ['--cw-accent', '--cw-surface'],
  ['--cw-chosen-ink', '--cw-chosen'],
  ['--cw-good', '--cw-good-ground'],
  ['--cw-watch', '--cw-watch-ground'],
  ['--cw-bad', '--cw-bad-ground'],
  ['--cw-news', '--cw-news-ground'],
  ['--cw-quiet', '--cw-quiet-ground'],
] as const

/** The edge of a field, and the focus ring; 3 : 1. */
const edges = [
  ['--cw-field-line', '--mantine-color-default'],
  ['--cw-field-line', '--cw-surface'],
  ['--mantine-primary-color-filled', '--mantine-color-body'],
  ['--mantine-primary-color-filled', '--cw-sunken'],
] as const

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s appearance', (_, own) => {
  test.each(texts)('%s is readable on %s', (text, ground) => {
    expect(contrast(colorOf(own, text), colorOf(own, ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(edges)('%s is visible on %s', (edge, ground) => {
    expect(contrast(colorOf(own, edge), colorOf(own, ground))).toBeGreaterThanOrEqual(3)
  })
})

type Variables = Readonly<Record<string, string>>

function colorOf(own: Variables, name: string): string {
  const value = own[name] ?? variables[name] ?? ''
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (reference) return colorOf(own, reference)
  if (!/^#[0-9a-f]{3}([0-9a-f]{3})?$/i.test(value)) throw new Error(`${name} is no plain colour: ${value}`)
  return value.length === 4 ? value.replace(/[0-9a-f]/gi, '$&$&') : value
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
