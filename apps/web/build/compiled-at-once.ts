import type { Plugin } from 'vite'

/** Read where it is the first line, from Chrome 136. Source: https://v8.dev/blog/explicit-compile-hints */
const hint = '//# allFunctionsCalledOnLoad\n'
const firstPicture = /^(react|libraries|app|shared|frame|lists|list-of-\w+)$/

/**
 * What draws the first picture says that its functions are needed at once. A browser that knows the hint compiles them
 * beside the page and keeps them compiled for the next time, instead of one by one while it draws.
 */
export function compiledAtOnce(): Plugin {
  return {
    name: 'commonweal-compiled-at-once',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && (file.isEntry || firstPicture.test(file.name))) file.code = hint + file.code
        }
      },
    },
  }
}
