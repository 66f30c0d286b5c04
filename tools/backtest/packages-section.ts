import type { History } from '../../packages/domain/src/risks/history.ts'
import { addMonths } from '../../packages/domain/src/values/month.ts'
import { cutReading } from './cut-history.ts'
import type { DataFolder } from './data-folder.ts'
import { resultsOf } from './detector.ts'
import { engineReadings, readableMonths } from './network-series.ts'
import { packageHistory } from './package-history.ts'
import type { Random } from './random.ts'
import { regionalNetwork } from './regional-networks.ts'
import { detectorTable, type Verdict } from './report.ts'
import { monthsOf, type Section } from './section.ts'

const CUT_THROUGH = '2012-12-31'

export async function packagesSection(folders: readonly DataFolder[], random: Random): Promise<Section> {
  const packages = await Promise.all(folders.map(async (folder) => ({ folder, history: await packageHistory(folder) })))
  const read = packages.flatMap(({ folder, history }) => {
    const network = regionalNetwork(history)
    return network === null ? [] : [{ name: folder.name, network }]
  })
  return {
    title: `Community packages with a readable history: ${read.length}`,
    lines: [
      'Stagnation against falls of running initiatives to half of their trailing peak. The rules were developed on seven networks of this kind; the others are not here.',
      '',
      ...read.map(
        ({ name, network }) =>
          `${name}: ${network.span.from} to ${network.span.to}; falls ${monthsOf(network.span.from, network.falls)}; below three active organisations: ${network.dissolvedAt === null ? 'never' : addMonths(network.span.from, network.dissolvedAt)}`,
      ),
      '',
      detectorTable(
        resultsOf(
          read.map(({ network }) => network.tallies),
          random,
        ),
      ),
    ],
    verdicts: packages
      .flatMap(({ folder, history }) => [cutVerdict(folder.name, history), incompleteVerdict(folder.name, history)])
      .filter((one) => one !== null),
  }
}

/** Cut where its history reaches at least two years to either side of the day. */
function cutVerdict(name: string, history: History): Verdict | null {
  const span = readableMonths(history)
  if (
    span === null ||
    addMonths(span.from, 24) > CUT_THROUGH.slice(0, 7) ||
    addMonths(CUT_THROUGH.slice(0, 7), 24) > span.to
  )
    return null
  const cut = cutReading(history, CUT_THROUGH, span)
  return {
    text: `${name} complete only to ${CUT_THROUGH}: ${cut.monthsBefore} earlier months ${cut.isSame ? 'identical' : 'DIFFERENT'} with and without the later facts, ${cut.monthsAfter} later months ${cut.isUnknownAfter ? 'unknown' : 'NOT all unknown'}`,
    isMet: cut.isSame && cut.isUnknownAfter,
  }
}

/** A package whose facts begin after the day they are complete to must give no level at all. */
function incompleteVerdict(name: string, history: History): Verdict | null {
  const through = history.dataCompleteThrough
  const starts = history.initiatives.flatMap(({ startedOn }) => startedOn ?? []).sort()
  const [first, last] = [starts[0], starts.at(-1)]
  if (through === null || first === undefined || last === undefined || first <= through) return null
  const span = { from: first.slice(0, 7), to: `${Number(last.slice(0, 4)) + 2}-12` }
  const readings = engineReadings(history, span).map(({ stagnation }) => stagnation)
  const levels = readings.filter(({ level, heldLevel }) => level !== 'insufficient-data' || heldLevel !== 'none')
  return {
    text: `${name} complete only to ${through}: ${levels.length} of ${readings.length} months from ${span.from} to ${span.to} give a stagnation level, none allowed`,
    isMet: levels.length === 0,
  }
}
