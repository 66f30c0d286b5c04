import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** Files that come with the document of a page, beyond those of every page. `path` names parts as `$name`. */
interface FilesOfPage {
  readonly path: string
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/**
 * Writes `files-of-pages.json`, from which the server names a page's files in its document (apps/api/src/http/web.ts), so
 * that they come while the session is taken up and not after it. `boot.js` gets a name by its content, so that a browser
 * that has it asks nobody.
 */
export function filesAtOnce(): Plugin {
  let root = ''
  let base = ''
  let bootId = ''
  return {
    name: 'commonweal-files-at-once',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
      base = config.base
    },
    buildStart() {
      const source = readFileSync(path.join(root, 'public/boot.js'))
      bootId = this.emitFile({ type: 'asset', name: 'boot.js', source })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const files = filesOfPages(chunks, base)
        this.emitFile({ type: 'asset', fileName: 'files-of-pages.json', source: JSON.stringify(files) })
        const document = bundle['index.html']
        if (document?.type !== 'asset') throw new Error('index.html must be there before the files of pages')
        const libraries = chunks.find(({ name }) => name === 'libraries')
        if (!libraries) throw new Error('the libraries of every page must be a file of their own')
        const boot = base + this.getFileName(bootId)
        document.source = runByBoot(String(document.source), boot, base + libraries.fileName)
      },
    },
  }
}

/** The document whose scripts come at once and run when `boot.js` says so; it is told which ones. */
function runByBoot(document: string, boot: string, libraries: string): string {
  const [script, main] = /<script type="module" crossorigin src="([^"]+)"><\/script>/.exec(document) ?? []
  if (!script || !main) throw new Error('index.html must name its script before boot.js is told of it')
  return document
    .replace('"/boot.js"', `"${boot}" data-libraries="${libraries}" data-main="${main}"`)
    .replace(script, `<link rel="modulepreload" crossorigin href="${main}">`)
}

function filesOfPages(chunks: readonly Rolldown.OutputChunk[], base: string): FilesOfPage[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const withImports = (start: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> => {
    const reached = new Set(start)
    for (const { imports } of reached) {
      for (const name of imports) {
        const chunk = byName.get(name)
        if (chunk) reached.add(chunk)
      }
    }
    return reached
  }
  const everyPage = withImports(chunks.filter(({ isEntry }) => isEntry))
  const pages = new Map<string, Rolldown.OutputChunk>()
  for (const chunk of chunks) {
    for (const id of chunk.moduleIds) {
      const file = /\/src\/pages\/(.+)\.tsx\?tsr-split=component$/.exec(id)?.[1]
      if (file) pages.set(file, chunk)
    }
  }
  return [...pages.keys()]
    .filter((file) => !isLayout(file) && !leadsOn.has(file))
    .map((file) => {
      const around = [...pages].filter(([layout]) => isLayout(layout) && file.startsWith(layout.replace(/route$/, '')))
      const own = pages.get(file)
      const all = [...withImports([...around.map(([, chunk]) => chunk), ...(own ? [own] : [])])]
      const needed = all.filter((chunk) => !everyPage.has(chunk))
      const styles = needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])])
      return {
        path: `/${file.replace(/^_in\//, '').replace(/\/?index$/, '')}`,
        scripts: needed.map(({ fileName }) => base + fileName),
        styles: [...new Set(styles)].map((name) => base + name),
      }
    })
}

/** From here most people are led on at once, and would have loaded it for nothing. */
const leadsOn: ReadonlySet<string> = new Set(['_in/index', '_in/c/$slug/index'])

const isLayout = (file: string) => file === '_in' || file.endsWith('/route')
