import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core'

/**
 * Paper, pine and clay. Every pair of text and ground in use is at least 4.5 : 1 in both appearances
 * (`test/theme-contrast.test.ts` computes it).
 */
export const palettes = {
  /** Warm greys: paper, lines, quiet text. */
  gray: ['#fbf8f3', '#f4efe6', '#eae3d7', '#dbd2c3', '#c3b8a6', '#958a7b', '#655f56', '#4d4842', '#35322d', '#211f1b'],
  dark: ['#ece7de', '#d3cdc2', '#b0aa9d', '#8d877b', '#47443e', '#37342f', '#292723', '#1b1a17', '#141311', '#0d0c0b'],
  pine: ['#ebf4f1', '#d4e8e2', '#abd2c8', '#7dbcae', '#4f9f90', '#2f8375', '#1f6d61', '#185a50', '#124840', '#0c352f'],
  clay: ['#fbf0ea', '#f6ddd0', '#ebbca4', '#df9774', '#d2764c', '#bb5a30', '#a04b27', '#853e20', '#6b331b', '#4f2513'],
  amber: ['#fdf6e3', '#faeac0', '#f3d684', '#e9be4b', '#d4a01f', '#ad7e0f', '#86610a', '#6b4d08', '#533b06', '#3b2a04'],
  red: ['#fdefed', '#fadad6', '#f3b8b1', '#e98d82', '#dc6053', '#c64030', '#a93023', '#8e281d', '#721f17', '#551610'],
  lake: ['#edf3f8', '#d8e5f0', '#b0cbe0', '#86b0ce', '#5a8fb7', '#3d759f', '#2e5f85', '#264e6e', '#1e3e58', '#162d40'],
} as const satisfies Record<string, MantineColorsTuple>

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", Arial, sans-serif'

const roomy = { defaultProps: { size: 'md' } }

export const theme = createTheme({
  colors: palettes,
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 3 },
  // Filled grounds are dark in the light appearance and light in the dark one; the text on them follows.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colors, color: 'var(--cw-on-filled)' } : colors
  },
  black: '#211f1b',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: {
    fontFamily,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { sm: '0.25rem', md: '0.5rem', lg: '0.75rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: roomy,
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
    TextInput: roomy,
    PasswordInput: roomy,
    Textarea: { defaultProps: { size: 'md', rows: 3 } },
    NativeSelect: roomy,
    Checkbox: roomy,
    Radio: roomy,
    // Locking the scroll by script would write a style element; the style sheet does it (`frame.css`).
    Modal: { defaultProps: { lockScroll: false, radius: 'lg', xOffset: '0.75rem' } },
    Combobox: { defaultProps: { size: 'md' } },
  },
})
