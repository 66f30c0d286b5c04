import path from 'node:path'
import { roles } from '../../packages/domain/src/access/permissions.ts'
import type { Home, Noun } from './inventory.ts'
import { homes, permissionRows } from './inventory.ts'

/** The text of docs/map.md. Tests are not named: they lie beside what they test. */
export function mapPage(nouns: Noun[]): string {
  return [
    '# Map of the house',
    '',
    'Written by `pnpm map` and compared by `pnpm test`; change the code, not this page. `pnpm where <noun>` tells everything about one noun.',
    '',
    '## Nouns and their homes',
    '',
    table(
      ['noun', ...homes.map((home) => `\`${home}\``)],
      nouns.map((noun) => [`**${noun.name}**`, ...homes.map((home) => filesCell(noun, home))]),
    ),
    '',
    '## Routes',
    '',
    'Below `/api/v1`. Every route can also answer with the problems that belong to the house.',
    '',
    table(
      ['operation', 'call', 'access', 'problems'],
      nouns.flatMap(({ routes }) =>
        routes.map(({ operation, method, url, access, problems }) => [
          operation,
          `\`${method} ${url}\``,
          access,
          problems.join(', '),
        ]),
      ),
    ),
    '',
    '## Tables',
    '',
    table(
      ['noun', 'tables'],
      nouns
        .filter(({ tables }) => tables.length > 0)
        .map(({ name, tables }) => [name, tables.map((name) => `\`${name}\``).join(', ')]),
    ),
    '',
    '## Who may what',
    '',
    table(
      ['permission', ...roles],
      permissionRows().map(({ permission, cells }) => [permission, ...cells]),
    ),
    '',
  ].join('\n')
}

function filesCell(noun: Noun, home: Home): string {
  return noun.files[home]
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => path.relative(path.join(home, noun.name), file).replace(/^\.\.\//, ''))
    .join(', ')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
