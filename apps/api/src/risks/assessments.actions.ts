import type { History } from '@commonweal/domain/risks/history'
import { engine } from '@commonweal/domain/risks/parameters'
import { revisedMonths } from '@commonweal/domain/risks/revised-months'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { evaluateInForce, timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
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
import { loadHistory, loadHistoryAsKnown } from './history.store.ts'
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
  const assessed: string[] = []
  for (const month of missing) if (await sayMonth(task, month, loaded.thresholds)) assessed.push(month)
  const said = assessed.length > 0 ? await listKeptMonths(client, communityId) : kept
  const revised = await revise(task, said, loaded, present, today)
  if (assessed.includes(present)) await tellOfAssessment(task, present, today)
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

/** Of a month of which nothing was known nothing is said. */
async function sayMonth(
  { client, communityId, now }: Task,
  month: string,
  thresholds: readonly ThresholdVersion[],
): Promise<boolean> {
  const knownOn = addDays(`${month}-01`, -1)
  const past = await loadHistoryAsKnown(client, communityId, knownOn)
  const first = past && firstMonth(past.history)
  if (!past || first === null || first > month) return false
  const { parametersVersion, month: _month, ...reading } = evaluateInForce(past.history, month, thresholds)
  const kept = { id: uuidv7(), month, position: 0, assessedAt: now, knownOn, engine, parametersVersion }
  return insertAssessment(client, communityId, { ...kept, reading })
}

async function revise(
  { client, communityId, now }: Task,
  said: readonly KeptMonth[],
  { history, thresholds }: { readonly history: History; readonly thresholds: readonly ThresholdVersion[] },
  present: string,
  today: string,
): Promise<string[]> {
  const [first] = said
  if (!first) return []
  const known = timelineInForce(history, first.month, present, thresholds)
  const changed = revisedMonths(said, known.months).filter((one) => one.isLevelRevised)
  const months = [...new Set(changed.map(({ month }) => month))]
  for (const month of months) {
    const { month: _month, ...reading } = known.months.find((one) => one.month === month) as MonthReading
    const span = known.thresholds.findLast(({ from }) => from <= month)
    await insertAssessment(client, communityId, {
      id: uuidv7(),
      month,
      position: (said.find((one) => one.month === month)?.position ?? 0) + 1,
      assessedAt: now,
      knownOn: today,
      engine,
      parametersVersion: span?.version ?? known.parametersVersion,
      reading,
    })
  }
  return months
}
