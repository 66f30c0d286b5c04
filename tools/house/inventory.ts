import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { RouteSpec } from '../../packages/contracts/src/route.ts'
import { permissions, roles } from '../../packages/domain/src/access/permissions.ts'
import { repository } from '../settings.ts'

/** The four homes of a noun. Contracts are one file for each noun, the others a folder. */
export const homes = ['packages/domain/src', 'packages/contracts/src', 'apps/api/src', 'apps/web/src'] as const
export type Home = (typeof homes)[number]

/** Folders and files of the homes that carry no noun: what all nouns stand on. */
const grounds = new Set(
  [
    'cli',
    'database',
    'demo',
    'http',
    'installation',
    'money',
    'pages',
    'session',
    'shell',
    'theme',
    'time',
    'ui',
    'values',
    'words',
  ].concat(['problem', 'problems', 'route', 'health']),
)

export interface Noun {
  name: string
  /** Paths from the root of the repository, tests included. */
  files: Record<Home, string[]>
  routes: RouteSpec[]
  tables: string[]
  permissions: string[]
}

/** Everything the house knows about each noun, found by its name in the homes. */
export async function takeInventory(): Promise<Noun[]> {
  const names = new Set(homes.flatMap(nounsOf).filter((name) => !grounds.has(name)))
  return Promise.all(
    [...names].toSorted().map(async (name) => ({
      name,
      files: filesOf(name),
      routes: await routesOf(name),
      tables: await tablesOf(name),
      permissions: Object.keys(permissions).filter((permission) => permission.startsWith(`${name}:`)),
    })),
  )
}

/** Permission → role → condition, with an empty text where the table says no. */
export function permissionRows(): { permission: string; cells: string[] }[] {
  return Object.entries(permissions).map(([permission, row]) => ({
    permission,
    cells: roles.map((role) => (row as Partial<Record<string, string>>)[role] ?? ''),
  }))
}

/** Pages that import something of the noun. */
export function pagesUsing(name: string): string[] {
  const folder = path.join(repository, 'apps/web/src/pages')
  return filesBelow(folder).filter((file) => readFileSync(path.join(repository, file), 'utf8').includes(`/${name}/`))
}

/** Files of docs/ that mention the noun, in the plural of the folder or in the singular, with their title. */
export function documentsOn(name: string): { file: string; title: string }[] {
  const word = new RegExp(`\\b(${[name, singularOf(name)].join('|')})\\b`, 'i')
  return filesBelow(path.join(repository, 'docs'))
    .filter((file) => file.endsWith('.md') && file !== 'docs/map.md')
    .map((file) => ({ file, text: readFileSync(path.join(repository, file), 'utf8') }))
    .filter(({ text }) => word.test(text))
    .map(({ file, text }) => ({ file, title: /^#\s*(.*)$/m.exec(text)?.[1] ?? '' }))
}

function singularOf(name: string): string {
  if (name === 'people') return 'person'
  return name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
}

function nounsOf(home: Home): string[] {
  const folder = path.join(repository, home)
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  if (home !== 'packages/contracts/src') return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return entries.filter(({ name }) => /^[a-z-]+\.ts$/.test(name)).map(({ name }) => name.replace(/\.ts$/, ''))
}

function filesOf(name: string): Record<Home, string[]> {
  const found = homes.map((home) => {
    const single = `${home}/${name}.ts`
    return [home, existsSync(path.join(repository, single)) ? [single] : filesBelow(path.join(repository, home, name))]
  })
  return Object.fromEntries(found) as Record<Home, string[]>
}

async function routesOf(name: string): Promise<RouteSpec[]> {
  const file = path.join(repository, 'packages/contracts/src', `${name}.ts`)
  if (!existsSync(file)) return []
  return Object.values((await import(file)) as Record<string, unknown>).filter(isRoute)
}

function isRoute(value: unknown): value is RouteSpec {
  return typeof value === 'object' && value !== null && 'operation' in value && 'method' in value && 'url' in value
}

/** Names in the database of the tables that the noun's table files define. */
async function tablesOf(name: string): Promise<string[]> {
  const files = filesBelow(path.join(repository, 'apps/api/src', name)).filter((file) => file.endsWith('.table.ts'))
  const modules = await Promise.all(
    files.map((file) => import(path.join(repository, file)) as Promise<Record<string, unknown>>),
  )
  const named = Symbol.for('drizzle:Name')
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is Record<symbol, string> => typeof value === 'object' && value !== null && named in value)
    .map((table) => table[named] ?? '')
    .toSorted()
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(repository, path.join(entry.parentPath, entry.name)))
    .toSorted()
}
