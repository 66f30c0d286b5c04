import type { Plugin } from 'vite'

const useId = /[\\/]@mantine[\\/]hooks[\\/]esm[\\/]use-id[\\/]use-id\.mjs$/
const variables = /[\\/]MantineProvider[\\/]MantineCssVariables[\\/]MantineCssVariables\.mjs$/
const sign = /[\\/]@tabler[\\/]icons-react[\\/]dist[\\/]esm[\\/]icons[\\/]Icon\w+\.mjs$/
const drawSign = /[\\/]@tabler[\\/]icons-react[\\/]dist[\\/]esm[\\/]createReactComponent\.mjs$/
const strokes = /\["path", \{ "d": "([^"]+)", "key": "[^"]+" \}\]/g

/**
 * Two libraries do more than this product needs, and every list would feel it on a slow device:
 *
 * - Mantine gives every field a second identifier after it is drawn, for pages that a server drew; all fields are drawn
 *   twice. Nothing of ours is drawn by a server, and React's identifiers are unique in one page.
 * - Mantine computes the variables of its theme when it is loaded; ours are in the style sheet (`theme-css.ts`).
 * - Tabler's signs have an element for each stroke; all strokes of a sign look alike, so they are one. What all signs have in
 *   common stands in the style sheet (`frame.css`) and not on each of them.
 */
export function lighterLibraries(): Plugin {
  return {
    name: 'commonweal-lighter-libraries',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      useId.test(id) ? oneId : variables.test(id) ? noVariables : drawSign.test(id) ? plainSign : undefined,
    transform: (code, id) => (sign.test(id) ? { code: withOneStroke(code), map: null } : undefined),
  }
}

const oneId = `
import { useId as useOwnId } from 'react'
export function useId(given) {
  const own = useOwnId()
  return typeof given === 'string' ? given : 'mantine-' + own.replace(/:/g, '')
}`

const noVariables = 'export function MantineCssVariables() { return null }'

const plainSign = `
import { createElement } from 'react'
export default function createReactComponent(type, iconName, iconNamePascal, iconNode) {
  const strokes = iconNode.map(([tag, attributes]) => createElement(tag, attributes))
  return function Sign({ size = 24, stroke = 2, className, ...rest }) {
    return createElement('svg', {
      viewBox: '0 0 24 24',
      width: size,
      height: size,
      strokeWidth: stroke,
      className: className ? 'tabler-icon ' + className : 'tabler-icon',
      ...rest,
    }, strokes)
  }
}`

/** Signs that are drawn with more than strokes stay as they are. */
export function withOneStroke(code: string): string {
  return code.replace(/(?<=const __iconNode = \[).*(?=\];\n)/, (nodes) => {
    const paths = [...nodes.matchAll(strokes)].map(([, d = '']) => d)
    const isStrokesOnly = nodes.replace(strokes, '').replace(/[\s,]/g, '') === ''
    if (!isStrokesOnly || paths.length < 2) return nodes
    return `["path", { "d": "${paths.map(fromTheOrigin).join('')}", "key": "svg-0" }]`
  })
}

/** A path begins at the origin; behind another one, its first move has to say so. */
function fromTheOrigin(d: string): string {
  return d.replace(/^\s*m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=([-\d.])?)/, (_, x: string, y: string, more?: string) =>
    more === undefined ? `M${x} ${y}` : `M${x} ${y}l`,
  )
}
