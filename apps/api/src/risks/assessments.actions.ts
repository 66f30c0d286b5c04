import { engine } from '@commonweal/domain/risks/parameters'
import { revisedMonths } from '@commonweal/domain/risks/revised-months'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { evaluateInForce, type TimelineInForce, timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { addDays } from '@commonweal/domain/values/day'
import { addMonths } from '@commonweal/domain/values/month'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import {
  dayOfCommunity,
  insertAssessment,
  listKeptMonths,
  lockAssessments,
  type KeptMonth,
} from './assessments.store.ts'
import { firstMonth } from './first-month.ts'
import { hasLearnedSince, loadHistory, loadHistoryAsKnown, type LoadedHistory } from './history.store.ts'
import { tellOfAssessment } from './tell-of-assessment.ts'

/** Months before the present one that a first assessment looks back on: docs/adr/0081. */
export const LOOK_BACK_MONTHS = 24

export interface AssessmentDone {
  /** Months of which something was said now for the first time. */
  readonly assessed: readonly string[]
  /** Months whose level is another one with what is known now. */
  readonly revised: readonly string[]
}

interface Task {
  readonly client: pg.Pool | pg.PoolClient
  readonly communityId: string
  readonly now: Date
}

const nothing: AssessmentDone = { assessed: [], revised: [] }

/**
 * Says what has not been said yet: each missing month as it was known before its first day, however late the assessment comes; then
 * appends a revision where a month kept earlier shows another level with what is known now. Runs in a transaction of its caller;
 * doing it twice says everything once.
 */
export async function assess(task: Task): Promise<AssessmentDone> {
  const { client, communityId, now } = task
  await lockAssessments(client, communityId)
  const today = await dayOfCommunity(client, communityId, now)
  const loaded = today === null ? null : await loadHistory(client, communityId)
  if (today === null || loaded === null) return nothing
  const present = today.slice(0, 7)
  const first = firstMonth(loaded.history)
  if (first === null || first > present) return nothing
  const kept = await listKeptMonths(client, communityId)
  const missing = missingMonths(kept, first, present)
  const from = kept[0]?.month ?? missing[0]
  if (from === undefined) return nothing
  let read: TimelineInForce | null = null
  const known = () => (read ??= timelineInForce(loaded.history, from, present, loaded.thresholds))
  const assessed: string[] = []
  for (const month of missing) if (await sayMonth(task, month, loaded, known)) assessed.push(month)
  const said = assessed.length > 0 ? await listKeptMonths(client, communityId) : kept
  const revised = said.length > 0 ? await revise(task, said, known(), today) : []
  if (assessed.includes(present)) await tellOfAssessment(task, present, today, loaded)
  return { assessed, revised }
}

function missingMonths(kept: readonly KeptMonth[], first: string, present: string): string[] {
  const last = kept.at(-1)?.month
  const lookBack = addMonths(present, -LOOK_BACK_MONTHS)
  const from = last === undefined ? (first > lookBack ? first : lookBack) : addMonths(last, 1)
  const months: string[] = []
  for (let month = from; month <= present; month = addMonths(month, 1)) months.push(month)
  return months
}

/**
 * Of a month of which nothing was known nothing is said. Where nothing was learned since its eve, what is known now is what was known
 * then, and its reading is the one of `known`.
 */
async function sayMonth(
  { client, communityId, now }: Task,
  month: string,
  { history, thresholds }: LoadedHistory,
  known: () => TimelineInForce,
): Promise<boolean> {
  const knownOn = addDays(`${month}-01`, -1)
  const isAsNow = !(await hasLearnedSince(client, communityId, knownOn))
  const past = isAsNow ? history : (await loadHistoryAsKnown(client, communityId, knownOn))?.history
  const first = past && firstMonth(past)
  if (!past || first === null || first === undefined || first > month) return false
  const read = isAsNow ? monthOf(known(), month) : evaluateInForce(past, month, thresholds)
  const { parametersVersion, month: _month, ...reading } = read
  const kept = { id: uuidv7(), month, position: 0, assessedAt: now, knownOn, engine, parametersVersion }
  return insertAssessment(client, communityId, { ...kept, reading })
}

function monthOf(known: TimelineInForce, month: string): MonthReading & { readonly parametersVersion: string } {
  const reading = known.months.find((one) => one.month === month)
  if (reading === undefined) throw new Error(`no reading for ${month}`)
  const span = known.thresholds.findLast(({ from }) => from <= month)
  return { ...reading, parametersVersion: span?.version ?? known.parametersVersion }
}

async function revise(
  { client, communityId, now }: Task,
  said: readonly KeptMonth[],
  known: TimelineInForce,
  today: string,
): Promise<string[]> {
  const changed = revisedMonths(said, known.months).filter((one) => one.isLevelRevised)
  const months = [...new Set(changed.map(({ month }) => month))]
  for (const month of months) {
    const { parametersVersion, month: _month, ...reading } = monthOf(known, month)
    await insertAssessment(client, communityId, {
      id: uuidv7(),
      month,
      position: (said.find((one) => one.month === month)?.position ?? 0) + 1,
      assessedAt: now,
      knownOn: today,
      engine,
      parametersVersion,
      reading,
    })
  }
  return months
}
