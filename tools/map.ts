// `pnpm map` writes docs/map.md; `pnpm map --check` says whether it is as the code is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { takeInventory } from './house/inventory.ts'
import { mapPage } from './house/map-page.ts'
import { repository } from './settings.ts'

const file = path.join(repository, 'docs/map.md')
const page = mapPage(await takeInventory())
if (!process.argv.includes('--check')) {
  writeFileSync(file, page)
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/map.md is not as the code is. Write it again: npx -y pnpm@12.21.0 map')
  process.exitCode = 1
}
