import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface FilesOfPage {
  readonly path: string
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/**
 * The document of any address of a page: it names the files of that page, so that they come while the session is taken
 * up. Which ones the build of the pages wrote down (apps/web/build/files-at-once.ts).
 */
export function documentsOf(webDir: string): (pathname: string) => string {
  const document = readFileSync(path.join(webDir, 'index.html'), 'utf8')
  const list = path.join(webDir, 'files-of-pages.json')
  const pages = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as FilesOfPage[]) : []
  const known = pages
    .toSorted((one, other) => parameters(one) - parameters(other))
    .map((page) => ({ pattern: patternOf(page.path), document: withFiles(document, page) }))
  return (pathname) => known.find(({ pattern }) => pattern.test(pathname))?.document ?? document
}

/** `/pledges/new` is meant before `/pledges/$pledgeId`. */
const parameters = (page: FilesOfPage) => page.path.split('$').length

function patternOf(address: string): RegExp {
  const parts = address.split('/').map((part) => (part.startsWith('$') ? '[^/]+' : part))
  return new RegExp(`^${parts.join('/')}/?$`)
}

function withFiles(document: string, { scripts, styles }: FilesOfPage): string {
  const links = [
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`),
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="${file}">`),
  ]
  return document.replace('</head>', () => `${links.join('')}</head>`)
}
