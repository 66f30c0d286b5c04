import * as typebox from 'typebox'
import type { Plugin } from 'vite'

const id = '\0shapes-without-checks'

/**
 * The pages call routes and never check shapes, the server does; so the pages are built without the library that makes
 * shapes checkable. Every name it exports stays and makes an empty shape, an object keeps its properties.
 */
export function shapesWithoutChecks(): Plugin {
  return {
    name: 'commonweal-shapes-without-checks',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === 'typebox' ? id : undefined),
    load: (loaded) => (loaded === id ? { code: shapes(), moduleSideEffects: false } : undefined),
  }
}

function shapes(): string {
  const names = Object.keys(typebox).filter((name) => name !== 'default' && name !== 'Object')
  return [
    '/* @__NO_SIDE_EFFECTS__ */ function shape() { return {} }',
    '/* @__NO_SIDE_EFFECTS__ */ function object(properties) { return { properties } }',
    `export { object as Object, ${names.map((name) => `shape as ${name}`).join(', ')} }`,
  ].join('\n')
}
