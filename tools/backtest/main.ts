import path from 'node:path'
import { engine, parameters } from '../../packages/domain/src/risks/parameters.ts'
import { dataFolders, type DataKind } from './data-folder.ts'
import { seeded } from './random.ts'
import { verdictLine } from './report.ts'
import { labelledSection } from './labelled-section.ts'
import { moneySection } from './money-section.ts'
import { packagesSection } from './packages-section.ts'
import type { Section } from './section.ts'
import { simulationSection } from './simulation-section.ts'
import { missingMonthsSection } from './missing-months-section.ts'
import { yearlySection } from './yearly-section.ts'

const SEED = 20260101
const SEED_OF_INTERVALS = 7

/** Runs the whole protocol on the records below a folder; true when no gate is missed. */
export async function backTest(root: string, print: (line: string) => void): Promise<boolean> {
  const folders = dataFolders(path.resolve(root))
  const of = (kind: DataKind) => folders.filter((folder) => folder.kind === kind)
  print(`Engine ${engine}, parameters ${parameters.version}, as they are; docs/back-test.md says how this is judged.`)
  for (const { name, kind } of folders) print(`  ${name}: ${kind}`)
  const random = seeded(SEED_OF_INTERVALS)
  const sections: Section[] = []
  const add = (section: Section) => {
    sections.push(section)
    print(`\n## ${section.title}\n`)
    for (const line of section.lines) print(line)
  }
  for (const folder of of('labelled communities')) add(await labelledSection(folder, random))
  add(await packagesSection(of('community package'), random))
  add(await moneySection(of('ledger'), of('community package'), random))
  add(await yearlySection(of('yearly networks'), of('yearly ties')))
  add(await missingMonthsSection(of('monthly use')))
  add(simulationSection(SEED, random))

  const verdicts = sections.flatMap((section) => section.verdicts)
  print('\n## Gates\n')
  for (const verdict of verdicts) print(verdictLine(verdict))
  print('')
  print(
    'In-sample: the lines of the rules were set while looking at these very networks, this ledger and this generator; the falls of the networks are one event (a programme that ended). What is printed says how the engine behaves on them, not how well it would foretell.',
  )
  return verdicts.every(({ isMet }) => isMet !== false)
}
