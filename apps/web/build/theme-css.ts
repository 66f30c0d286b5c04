import { convertCssVariables, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core'
import type { Plugin } from 'vite'
import { resolveVariables } from '../src/theme/css-variables.ts'
import { palettes, theme } from '../src/theme/theme.ts'

const id = 'virtual:theme.css'

/**
 * The theme's variables as a static style sheet. Mantine would write them into a `<style>` element at run time, which a
 * content security policy without `unsafe-inline` forbids; the page therefore ships them as a file.
 */
export function themeCss(): Plugin {
  return {
    name: 'commonweal-theme-css',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (loaded) => (loaded === `\0${id}` ? `${themeVariables()}\n${visibilityClasses()}` : undefined),
  }
}

const whole = mergeMantineTheme(DEFAULT_THEME, theme)

/** Only the colours the theme names: Mantine's fourteen defaults stay out of the sheet. */
function themeVariables(): string {
  const { variables, light, dark } = resolveVariables(whole)
  return convertCssVariables({ variables: onlyOurs(variables), light: onlyOurs(light), dark: onlyOurs(dark) }, ':root')
}

function onlyOurs(variables: Record<string, string>): Record<string, string> {
  const unused = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in palettes))
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !unused.some((color) => name.startsWith(`--mantine-color-${color}-`))),
  )
}

/** What `visibleFrom` and `hiddenFrom` need. */
function visibilityClasses(): string {
  return Object.entries(whole.breakpoints)
    .map(
      ([name, width]) =>
        `@media (width < ${width}){.mantine-visible-from-${name}{display:none!important}}` +
        `@media (width >= ${width}){.mantine-hidden-from-${name}{display:none!important}}`,
    )
    .join('')
}
