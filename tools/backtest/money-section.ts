import type { History } from '../../packages/domain/src/risks/history.ts'
import { addMonths, monthIndex } from '../../packages/domain/src/values/month.ts'
import type { DataFolder } from './data-folder.ts'
import { resultsOf } from './detector.ts'
import { ledgerHistory } from './ledger-history.ts'
import { measuredReadings, moneyOf } from './money-series.ts'
import { engineReadings } from './network-series.ts'
import { packageHistory } from './package-history.ts'
import type { Random } from './random.ts'
import { detectorTable, type Verdict } from './report.ts'
import { monthsOf, type Section } from './section.ts'

const LEDGER_NOT_CLEAR = { from: '2023-06', to: '2025-12' }

export async function moneySection(
  ledgers: readonly DataFolder[],
  packages: readonly DataFolder[],
  random: Random,
): Promise<Section> {
  const histories: { name: string; isLedger: boolean; history: History }[] = []
  for (const folder of ledgers) {
    const history = ledgerHistory((await folder.ledgerRows()) ?? [])
    if (history !== null) histories.push({ name: folder.name, isLedger: true, history })
  }
  for (const folder of packages)
    histories.push({ name: folder.name, isLedger: false, history: await packageHistory(folder) })
  const read = histories.flatMap(({ name, history }) => {
    const money = moneyOf(history)
    return money === null ? [] : [{ name, money }]
  })
  return {
    title: `Money: ${read.length} histories`,
    lines: [
      'Dependency against halvings of the income of a year. The engine reads the fall of income itself: recall holds nearly by construction, the lead and the calm are what tells.',
      '',
      ...read.map(
        ({ name, money }) =>
          `${name}: ${money.span.from} to ${money.span.to}; halvings ${monthsOf(money.span.from, money.halvings)}`,
      ),
      ...histories.filter(({ isLedger }) => isLedger).flatMap(({ name, history }) => levelsLines(name, history)),
      '',
      detectorTable(
        resultsOf(
          read.map(({ money }) => money.tallies),
          random,
        ),
      ),
    ],
    verdicts: histories.filter(({ isLedger }) => isLedger).map(({ name, history }) => ledgerVerdict(name, history)),
  }
}

function ledgerVerdict(name: string, history: History): Verdict {
  const { from, to } = LEDGER_NOT_CLEAR
  const through = history.dataCompleteThrough ?? ''
  if (through.slice(0, 7) < to) return { text: `${name}: not clear from ${from} to ${to}`, isMet: null }
  const first = (history.receipts ?? []).map(({ receivedOn }) => receivedOn).sort()[0] ?? from
  const readings = engineReadings(history, { from: first.slice(0, 7), to }).map(({ funding }) => funding)
  const asked = monthIndex(to) - monthIndex(from) + 1
  const clearIn = (levels: readonly { readonly heldLevel: string }[]) =>
    levels.slice(-asked).filter(({ heldLevel }) => heldLevel === 'none').length
  const [clear, clearMeasured] = [clearIn(readings), clearIn(measuredReadings(readings))]
  return {
    text: `${name}: dependency clear in ${clear} of ${asked} months from ${from} to ${to} (by the measured sub-levels alone in ${clearMeasured}), none allowed`,
    isMet: clear === 0 && clearMeasured === 0,
  }
}

/** Every change of level of a ledger, so that it can be held against the record; once by all sub-levels, once by the measured ones. */
function levelsLines(name: string, history: History): string[] {
  const first = (history.receipts ?? []).map(({ receivedOn }) => receivedOn).sort()[0]
  if (first === undefined || history.dataCompleteThrough === null) return [`${name}: no receipts`]
  const span = { from: first.slice(0, 7), to: addMonths(history.dataCompleteThrough.slice(0, 7), 1) }
  const readings = engineReadings(history, span).map(({ funding }) => funding)
  const changesOf = (levels: readonly string[]) =>
    levels
      .flatMap((level, month) =>
        level === (levels[month - 1] ?? 'none') ? [] : [`${addMonths(span.from, month)} ${level}`],
      )
      .join(', ')
  const retention = readings.flatMap(({ sublevels }) => sublevels.retention.level ?? [])
  return [
    `${name}, levels by all sub-levels: ${changesOf(readings.map(({ heldLevel }) => heldLevel))}`,
    `${name}, levels by concentration, fall of income and runway alone: ${changesOf(measuredReadings(readings).map(({ heldLevel }) => heldLevel))}`,
    `${name}, retention: critical in ${retention.filter((level) => level === 3).length} of ${retention.length} readable months`,
  ]
}
