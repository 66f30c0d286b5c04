// `pnpm where pledges`: every file, route, permission, problem, table and document of a noun.
import { documentsOn, homes, pagesUsing, permissionRows, takeInventory } from './house/inventory.ts'
import { roles } from '../packages/domain/src/access/permissions.ts'

const asked = process.argv[2]
const nouns = await takeInventory()
const noun = nouns.find(({ name }) => name === asked)
if (noun === undefined) {
  console.error(
    `${asked ? `There is no noun "${asked}".` : 'Say which noun.'} There are: ${nouns.map(({ name }) => name).join(', ')}`,
  )
  process.exitCode = 1
} else {
  const { name, files, routes, tables, permissions } = noun
  for (const home of homes) section(home, files[home])
  section('pages that use it', pagesUsing(name))
  section(
    'routes',
    routes.map(
      ({ operation, method, url, access }) => `${operation.padEnd(28)} ${method.padEnd(6)} ${url}   [${access}]`,
    ),
  )
  section(
    'permissions',
    permissionRows()
      .filter(({ permission }) => permissions.includes(permission))
      .map(
        ({ permission, cells }) =>
          `${permission.padEnd(28)} ${cells.map((cell, column) => `${roles[column]}: ${cell || 'no'}`).join(' · ')}`,
      ),
  )
  section('problems of its routes', [...new Set(routes.flatMap(({ problems }) => problems))].toSorted())
  section('tables', tables)
  section(
    'documents',
    documentsOn(name).map(({ file, title }) => `${file}  ${title}`),
  )
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}
