import { initiativeFiles } from './initiative-files.ts'
import { moneyFiles } from './money-files.ts'
import type { FileKind } from './package-columns.ts'
import type { PackageFile } from './package-file.ts'
import { partnerFiles } from './partner-files.ts'
import { recordFiles } from './record-files.ts'
import { riskFiles } from './risk-files.ts'
import { spaceFiles } from './space-files.ts'
import { updateFiles } from './update-files.ts'

/**
 * The package: every file with its columns, in the order in which rows can be written. Drives reading, checks, writing,
 * export and the description of the format. Columns are exported in this order, after `id` and before `recorded_at`.
 */
export const packageFiles: readonly PackageFile[] = [
  ...partnerFiles,
  ...initiativeFiles,
  ...updateFiles,
  ...spaceFiles,
  ...moneyFiles,
  ...riskFiles,
  ...recordFiles,
]

const byKind = new Map(packageFiles.map((entry) => [entry.kind, entry]))

export function packageFile(kind: FileKind): PackageFile {
  const found = byKind.get(kind)
  if (!found) throw new RangeError(`no file of kind ${kind}`)
  return found
}

/** Files whose rows say something about the community, in the order in which they can be written. */
export const factFiles: readonly PackageFile[] = packageFiles.filter((entry) => !entry.isAboutRows)

/** What rows about rows call the community itself, which is described in `community.json`. */
export const communityKind = 'community'

/** Files a package cannot be without, beside `community.json`. */
export const requiredKinds: readonly FileKind[] = ['organisations', 'initiatives']

/** All columns of a file in the order of an export: id, what the row says, since when it is known. */
export function headerOf(entry: PackageFile): string[] {
  const said = entry.columns.filter((item) => !item.isShorthand).map((item) => item.name)
  return [...(entry.isAboutRows ? [] : ['id']), ...said, ...(entry.hasKnowledge ? ['recorded_at'] : [])]
}
