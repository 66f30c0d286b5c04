import type { Plugin } from 'vite'

const helper = '\0vite/preload-helper.js'
const named = 'export const __vitePreload ='

/**
 * Lets a part of a page fetch its files before the browser is told to run them (`src/http/late-files.ts`). Chromium keeps it for the
 * whole life of a page when a module could not be fetched, and asks for it never again; what failed as a plain file it asks for anew.
 * Source: https://github.com/whatwg/html/pull/10327, which the other engines follow.
 */
export function filesBeforeCode(): Plugin {
  return {
    name: 'commonweal-files-before-code',
    apply: 'build',
    transform: {
      order: 'post',
      handler(code, id) {
        if (id !== helper) return undefined
        if (!code.includes(named)) this.error('the helper that loads files of a part has another shape')
        return { code: code.replace(named, 'const loadAtOnce =') + filesFirst, map: null }
      },
    },
  }
}

const filesFirst = `
export const __vitePreload = (load, files, importer) => {
  const fetchFirst = globalThis.commonwealFetchFirst
  return fetchFirst && files
    ? fetchFirst(files.map((file) => assetsURL(file, importer))).then(() => loadAtOnce(load, files, importer))
    : loadAtOnce(load, files, importer)
}`
