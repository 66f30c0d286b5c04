import { UndirectedGraph } from 'graphology'
import type { History, InitiativeFact, ParticipationFact } from '../../../packages/domain/src/risks/history.ts'
import { parameters } from '../../../packages/domain/src/risks/parameters.ts'
import { binomialTail } from '../../../packages/domain/src/risks/statistics/binomial-tail.ts'
import { gapSurprise } from '../../../packages/domain/src/risks/statistics/gap-surprise.ts'
import { rateDropProbability } from '../../../packages/domain/src/risks/statistics/rate-drop.ts'
import { dayNumber } from '../../../packages/domain/src/values/day.ts'
import { firstDayNumber, monthIndexOfDay, monthIndexOfDayNumber } from '../../../packages/domain/src/values/month.ts'
import { groupedBy } from './grouped.ts'
import { medianOf, middleShare } from './naive-medians.ts'
import { later, presentPartners, runningAt } from './naive-running.ts'

const lines = parameters.stagnation

/** What a month-by-month reader may carry along: the counts the medians of later months rest on. */
export interface Remembered {
  readonly active: Map<number, number>
  readonly pipeline: Map<number, { readonly running: number; readonly beyond: (horizon: number) => number }>
}

/** The five families at the first day of a month, recomputed from all facts as the definitions say (docs/indicators.md §4A). */
export function naiveStagnation(history: History, month: number, remembered: Remembered) {
  const today = firstDayNumber(month)
  const started = history.initiatives.filter((one) => one.startedOn !== null && dayNumber(one.startedOn) < today)
  const starts = started.map((one) => dayNumber(one.startedOn as string))
  const first = starts.length === 0 ? null : monthIndexOfDayNumber(Math.min(...starts))
  const historyMonths = first === null ? null : month - first
  const hasHistory =
    historyMonths !== null &&
    (historyMonths >= lines.leastHistoryMonths || starts.length >= lines.leastStartsInShorterHistory)
  const running = runningAt(history, started, today)
  const partnersOf = presentPartners(history, started, today)
  const active = new Set(running.flatMap((one) => [...(partnersOf.get(one.id) ?? [])])).size
  const ends = running.flatMap((one) => (one.plannedEndOn === null ? [] : [monthIndexOfDay(one.plannedEndOn)]))
  const pipeline = {
    running: ends.length,
    beyond: (horizon: number) => ends.filter((end) => end >= month + horizon).length,
  }
  const families = {
    renewal: renewal(starts, month, first),
    gap: gap(starts, today, first, hasHistory),
    novelty: novelty(history, started, month, historyMonths),
    participation: participation(active, month, first, hasHistory, remembered),
    pipeline: pipelinePoints(pipeline, started, month, first, hasHistory, remembered),
  }
  remembered.active.set(month, active)
  remembered.pipeline.set(month, pipeline)
  const points = Object.values(families)
    .map((family) => family.points)
    .filter((value) => value !== null)
  const score =
    points.length < lines.leastReadableFamilies ? null : points.reduce<number>((sum, value) => sum + value, 0)
  return { score, families, ...dormancy(history, running, partnersOf, today) }
}

function renewal(starts: readonly number[], month: number, first: number | null) {
  if (first === null || month - first < lines.renewal.leastHistoryMonths) return { points: null }
  const windowFrom = month - lines.windowMonths
  const baseFrom = Math.max(first, windowFrom - lines.baseMonths)
  const within = (from: number, to: number) =>
    starts.filter((day) => day >= firstDayNumber(from) && day < firstDayNumber(to)).length
  const [now, base] = [within(windowFrom, month), within(baseFrom, windowFrom)]
  if (base < lines.renewal.leastBaseStarts) return { points: null }
  const below = (ratio: number) =>
    rateDropProbability(
      { count: now, months: lines.windowMonths },
      { count: base, months: windowFrom - baseFrom },
      ratio,
    )
  const [pBelow75pct, pBelow50pct] = [below(lines.renewal.onePoint.ratio), below(lines.renewal.twoPoints.ratio)]
  const points =
    pBelow50pct >= lines.renewal.twoPoints.probability ? 2 : pBelow75pct >= lines.renewal.onePoint.probability ? 1 : 0
  return { points, now, base, pBelow75pct, pBelow50pct }
}

function gap(starts: readonly number[], today: number, first: number | null, hasHistory: boolean) {
  if (first === null || !hasHistory) return { points: null }
  const last = Math.max(...starts)
  const lastMonth = monthIndexOfDayNumber(last)
  const from = firstDayNumber(lastMonth - lines.baseMonths)
  const n = new Set(starts.filter((day) => day >= from && day < last)).size
  const exposureMonths = Math.min(lines.baseMonths, lastMonth - first)
  const days = today - last
  const p = gapSurprise(n, exposureMonths, days / lines.daysPerMonth)
  const values = { n, days, exposureMonths, p }
  if (p === null || n < lines.gap.leastStartDays || exposureMonths < lines.gap.leastExposureMonths)
    return { points: null, ...values }
  const reaches = (line: { probabilityBelow: number; days: number }) => p < line.probabilityBelow && days >= line.days
  return { points: reaches(lines.gap.twoPoints) ? 2 : reaches(lines.gap.onePoint) ? 1 : 0, ...values }
}

function novelty(history: History, started: readonly InitiativeFact[], month: number, historyMonths: number | null) {
  const from = month - lines.windowMonths
  const memoryFrom = from - lines.novelty.memoryMonths
  const window = new UndirectedGraph()
  const memory = new UndirectedGraph()
  const [joined, joinedBefore, pool] = [new Set<string>(), new Set<string>(), new Set<string>()]
  let initiatives = 0
  const participations = groupedBy(history.participations, (one) => one.initiativeId)
  for (const initiative of started) {
    for (const event of meetings(initiative, participations.get(initiative.id) ?? [], month)) {
      if (event.month < memoryFrom) continue
      const isNow = event.month >= from
      for (const name of event.newcomers) (isNow ? joined : joinedBefore).add(name)
      if (isNow && event.isFirstMeeting) initiatives += 1
      if (isNow && !event.isTooLarge) for (const name of event.newcomers) pool.add(name)
      for (const [a, b] of event.pairs) {
        const graph = isNow ? window : memory
        graph.mergeNode(a)
        graph.mergeNode(b)
        graph.mergeEdge(a, b)
      }
    }
  }
  if (historyMonths === null || historyMonths < lines.novelty.leastHistoryMonths) return { points: null }
  if (initiatives < lines.novelty.leastJointInitiatives) return { points: null }
  const possible = (pool.size * (pool.size - 1)) / 2
  if (window.size === 0 || possible === 0) return { points: null }
  const newPairs = window.filterEdges((_, __, a, b) => !memory.hasEdge(a, b)).length
  const tried = memory.filterEdges((_, __, a, b) => pool.has(a) && pool.has(b)).length
  const untried = possible - tried
  const newPartners = [...joined].filter((name) => !joinedBefore.has(name)).length
  const isSaturated = untried * 1000 < 300 * possible
  const values = {
    initiatives,
    newTieRate: newPairs / window.size,
    untriedPairShare: untried / possible,
    newPartnerRate: newPartners / joined.size,
    isSaturated,
  }
  if (isSaturated) return { points: newPartners === 0 ? 1 : 0, ...values }
  const relative = (newPairs * possible) / (window.size * untried)
  const { onePointRelative, twoPointsRelative } = lines.novelty
  return { points: relative <= twoPointsRelative ? 2 : relative <= onePointRelative ? 1 : 0, ...values }
}

/** Month by month of one initiative: who comes in, and whom they meet. */
function* meetings(initiative: InitiativeFact, participations: readonly ParticipationFact[], before: number) {
  const start = initiative.startedOn as string
  const spans = participations
    .map((one) => ({ name: one.organisationId, on: later(one.from ?? start, start), to: one.to }))
    .filter(({ on, to }) => to === null || to >= on)
    .map(({ name, on, to }) => ({ name, from: monthIndexOfDay(on), to: to === null ? Infinity : monthIndexOfDay(to) }))
  const end = initiative.endedOn === null ? Infinity : monthIndexOfDay(later(initiative.endedOn, start))
  const months = [...new Set(spans.map((span) => span.from))].sort((a, b) => a - b)
  for (const month of months.filter((one) => one < before && one <= end)) {
    const isThere = (one: { from: number; to: number }) => one.from < month && one.to >= month
    const settled = [...new Set(spans.filter(isThere).map((one) => one.name))]
    const arriving = spans.filter((one) => one.from === month).map((one) => one.name)
    const newcomers = [...new Set(arriving)].filter((name) => !settled.includes(name))
    const present = [...settled, ...newcomers]
    const isTooLarge =
      lines.novelty.mostPartnersForPairs !== null && present.length > lines.novelty.mostPartnersForPairs
    const pairs = newcomers.flatMap((name, index) =>
      [...settled, ...newcomers.slice(index + 1)].map((other): [string, string] => [name, other]),
    )
    const isFirstMeeting = settled.length < 2 && present.length >= 2
    yield { month, newcomers, isFirstMeeting, isTooLarge, pairs: isTooLarge ? [] : pairs }
  }
}

function participation(now: number, month: number, first: number | null, hasHistory: boolean, remembered: Remembered) {
  if (first === null || !hasHistory) return { points: null }
  const from = Math.max(first, month - lines.baseMonths)
  const before = Array.from({ length: month - from }, (_, index) => remembered.active.get(from + index) ?? 0)
  const median24m = medianOf(before)
  const values = { now, median24m }
  if (median24m === null || median24m < lines.participation.leastMedian) return { points: null, ...values }
  const { onePointShare, twoPointsShare } = lines.participation
  const isAtMost = (share: number) => now * 1000 <= share * 1000 * median24m
  return { points: isAtMost(twoPointsShare) ? 2 : isAtMost(onePointShare) ? 1 : 0, ...values }
}

function pipelinePoints(
  now: { running: number; beyond: (horizon: number) => number },
  started: readonly InitiativeFact[],
  month: number,
  first: number | null,
  hasHistory: boolean,
  { pipeline: past }: Remembered,
) {
  const { pipeline } = lines
  if (first === null || !hasHistory) return { points: null }
  const durations = started
    .filter((one) => monthIndexOfDay(one.startedOn as string) >= month - pipeline.durationMonths)
    .flatMap((one) =>
      one.plannedEndOn === null ? [] : [dayNumber(one.plannedEndOn) - dayNumber(one.startedOn as string)],
    )
  const typicalDays = medianOf(durations)
  if (typicalDays === null || durations.length < pipeline.leastDurations || now.running < pipeline.leastRunning)
    return { points: null }
  const half = Math.round(typicalDays / lines.daysPerMonth / 2)
  const horizonMonths = Math.min(pipeline.horizonMonths.most, Math.max(pipeline.horizonMonths.least, half))
  const from = Math.max(first + 1, month - lines.baseMonths)
  const shares = Array.from({ length: month - from }, (_, index) => past.get(from + index))
    .filter((one) => one !== undefined)
    .filter((one) => one.running >= pipeline.leastRunning)
    .map((one) => ({ part: one.beyond(horizonMonths), whole: one.running }))
  const middle = middleShare(shares)
  const stillRunning = now.beyond(horizonMonths)
  if (middle === null || shares.length < pipeline.leastPastMonths) return { points: null, horizonMonths, stillRunning }
  const medianShare24m = middle.part / middle.whole
  const p = binomialTail(stillRunning, now.running, medianShare24m)
  const reaches = (line: { divisor: number; probability: number }) =>
    stillRunning * middle.whole * line.divisor <= middle.part * now.running && p <= line.probability
  const points = reaches(pipeline.twoPoints) ? 2 : reaches(pipeline.onePoint) ? 1 : 0
  return { points, horizonMonths, stillRunning, medianShare24m, p }
}

function dormancy(
  history: History,
  running: readonly InitiativeFact[],
  partnersOf: ReadonlyMap<string, ReadonlySet<string>>,
  today: number,
) {
  const members = new Set(
    (history.memberships ?? [])
      .filter((one) => one.state === 'active' && one.from !== null && dayNumber(one.from) < today)
      .filter((one) => one.to === null || dayNumber(one.to) >= today)
      .map((one) => one.organisationId),
  )
  const busy = new Set(running.flatMap((one) => [...(partnersOf.get(one.id) ?? [])]))
  for (const { organisationId, on } of actsOf(history))
    if (on < today && on + lines.quietDays >= today) busy.add(organisationId)
  return { members: members.size, dormant: [...members].filter((name) => !busy.has(name)).length }
}

function actsOf(history: History): { organisationId: string; on: number }[] {
  const initiatives = new Map(history.initiatives.map((one) => [one.id, one]))
  const pledges = new Map((history.pledges ?? []).map((one) => [one.id, one]))
  return [
    ...history.participations.flatMap(({ initiativeId, organisationId, from, to }) => {
      const start = initiatives.get(initiativeId)?.startedOn ?? null
      if (start === null) return []
      const on = later(from ?? start, start)
      return to !== null && to < on ? [] : [{ organisationId, on: dayNumber(on) }]
    }),
    ...(history.bookings ?? []).flatMap((one) => {
      const on = dayNumber(one.startsOn)
      const isHeld = one.status === 'confirmed' || one.status === 'attended'
      if (!isHeld && one.status !== 'requested') return []
      const host = isHeld && one.hostId !== null ? [{ organisationId: one.hostId, on }] : []
      return [{ organisationId: one.organisationId, on }, ...host]
    }),
    ...[...pledges.values()]
      .filter((one) => one.confirmedOn !== null && (one.status === 'confirmed' || one.status === 'written-off'))
      .map((one) => ({ organisationId: one.organisationId, on: dayNumber(one.confirmedOn as string) })),
    ...(history.receipts ?? []).flatMap((one) => {
      const organisationId = pledges.get(one.pledgeId)?.organisationId
      return organisationId === undefined ? [] : [{ organisationId, on: dayNumber(one.receivedOn) }]
    }),
  ]
}
