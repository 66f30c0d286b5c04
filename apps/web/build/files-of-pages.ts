import path from 'node:path'
import type { Rolldown } from 'vite'

type Infos = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>

const ofReact = /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/

// What many need of a library would stand in the file of the first of them, and the others would load that.
const asksForOne = /[\\/]react-query[\\/].*[\\/](useQuery|infiniteQueryOptions)\./
// Fields and small buttons are on nearly every page, also before one is signed in.
const fields = /[\\/]@mantine[\\/]core[\\/].*[\\/]components[\\/](Input|InputBase|TextInput|ActionIcon)[\\/]/
const asksForLists = /[\\/]react-query[\\/].*[\\/]useInfiniteQuery\./

/**
 * Few files for what people open most: one for what every page needs, one for what pages within a community and before it
 * share, one for the frame of a community, one for what lists share and one for each list. Every file more costs a slow
 * device some milliseconds, also from its cache; left to itself the bundler makes one of every set of modules that the
 * same pages share, some seventy for a list.
 */
export function filesOfPages(src: string): Rolldown.CodeSplittingOptions {
  const inside = path.join(src, 'pages/_in')
  const frame = path.join(src, 'pages/_in/c/$slug/route.tsx')
  const home = path.join(src, 'pages/_in/c/$slug/today.tsx')
  const homeView = `${home}?tsr-split=component`
  const listPage = path.join(src, 'ui/list-page.tsx')
  // Of this build: the next one may find other modules.
  const known = new Map<string, ReadonlySet<string>>()
  const drawn = new Map<string, ReadonlySet<string>>()
  const drawnBy = (start: string, infos: Infos): ReadonlySet<string> => {
    const names = drawn.get(start) ?? signsDrawnBy(start, infos)
    drawn.set(start, names)
    return names
  }
  /** The pages our own module comes with; what it takes from a library follows it by itself. */
  const pagesWith = (id: string, infos: Infos): ReadonlySet<string> => {
    if (isPage(id)) return new Set([fileOf(id)])
    if (id.includes('node_modules')) return new Set()
    const found = known.get(id) ?? new Set([...rootsOf(id, infos)].filter(isPage).map(fileOf))
    known.set(id, found)
    return found
  }
  // A list below another page (invitations, milestones) is opened less: what only such lists need stays out of the others.
  const listsWith = (id: string, infos: Infos) =>
    [...pagesWith(listPage, infos)].filter((list) => isIndex(list) && pagesWith(id, infos).has(list))
  // Home is the first page of most people: what it shares with lists must not bring the rest of them along.
  const isOfHome = (id: string, infos: Infos) => {
    const sign = signOf(id)
    if (sign) return drawnBy(homeView, infos).has(sign) && listsDrawing(sign, infos) > 0
    const pages = pagesWith(id, infos)
    return pages.has(home) && listsWith(id, infos).length > 0
  }
  const listsDrawing = (sign: string, infos: Infos) =>
    (infos.getModuleInfo(listPage)?.importers ?? []).filter(
      (list) => [...pagesWith(list, infos)].some(isIndex) && drawnBy(list, infos).has(sign),
    ).length
  const isOfFrame = (id: string, infos: Infos) => pagesWith(id, infos).has(frame) || isOfHome(id, infos)
  const isShared = (id: string, infos: Infos) => {
    if (asksForOne.test(id) || fields.test(id)) return true
    return isOfFrame(id, infos) && [...pagesWith(id, infos)].some((page) => !page.startsWith(inside))
  }
  const isOfLists = (id: string, infos: Infos) => {
    const sign = signOf(id)
    return sign ? listsDrawing(sign, infos) > 1 : asksForLists.test(id) || listsWith(id, infos).length > 1
  }
  return {
    groups: [
      { name: 'react', test: ofReact, tags: ['$initial'], priority: 7 },
      { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 6 },
      { name: 'app', tags: ['$initial'], priority: 5 },
      { name: (id, infos) => (isShared(id, infos) ? 'shared' : null), priority: 4, debugName: 'shared' },
      { name: (id, infos) => (isOfFrame(id, infos) ? 'frame' : null), priority: 3, debugName: 'frame' },
      {
        name: (id, infos) => (isOfLists(id, infos) ? 'lists' : null),
        priority: 2,
        debugName: 'lists',
      },
      {
        name: (id, infos) => {
          const [list] = listsWith(id, infos)
          return list ? `list-of-${path.basename(path.dirname(list))}` : null
        },
        priority: 1,
        debugName: 'each list',
      },
    ],
  }
}

/** The modules that are loaded by themselves and bring this one along. */
function rootsOf(id: string, infos: Infos): ReadonlySet<string> {
  const roots = new Set<string>()
  const seen = new Set([id])
  for (const one of seen) {
    const info = infos.getModuleInfo(one)
    if (!info) continue
    if (info.isEntry || info.dynamicImporters.length > 0) roots.add(one)
    for (const importer of info.importers) seen.add(importer)
  }
  return roots
}

/** Names of the signs a module draws, itself or by what it brings along. */
function signsDrawnBy(start: string, infos: Infos): ReadonlySet<string> {
  const seen = new Set([start])
  const names = new Set<string>()
  for (const one of seen) {
    const info = infos.getModuleInfo(one)
    for (const [name] of info?.code?.matchAll(/\bIcon[A-Z]\w+/g) ?? []) names.add(name)
    for (const needed of info?.importedIds ?? []) if (!needed.includes('node_modules')) seen.add(needed)
  }
  return names
}

function signOf(id: string): string | undefined {
  return /[\\/]icons[\\/](Icon\w+)\.mjs$/.exec(id)?.[1]
}

/** What the router loads by itself when one goes there. */
function isPage(id: string): boolean {
  return id.includes('?tsr-split=')
}

function isIndex(page: string): boolean {
  return path.basename(page) === 'index.tsx'
}

function fileOf(id: string): string {
  return id.replace(/\?.*$/, '')
}
