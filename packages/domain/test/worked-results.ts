import { type FlagLevel, quietFlag, stepFlag } from '../src/risks/flag-level.ts'
import { fundingCliff } from '../src/risks/funding/cliff.ts'
import { concentration, groupShare } from '../src/risks/funding/concentration.ts'
import { fulfilment } from '../src/risks/funding/fulfilment.ts'
import { runwayMonths } from '../src/risks/funding/runway.ts'
import { straightLine } from '../src/risks/funding/straight-line.ts'
import { type Edge, graphOf } from '../src/risks/network/graph.ts'
import {
  articulationPoints,
  burtConstraint,
  components,
  degreeCentralisation,
  density,
  fragmentsWithout,
  maxCore,
} from '../src/risks/network/graph-measures.ts'
import { sectorMixing } from '../src/risks/network/sector-mixing.ts'
import { jaccard, pairsOf, tieDynamics } from '../src/risks/network/tie-dynamics.ts'
import { type FlagThresholds, parameters } from '../src/risks/parameters.ts'
import { binomialTail } from '../src/risks/statistics/binomial-tail.ts'
import { exponentialAverage, poissonCusum } from '../src/risks/statistics/charts.ts'
import { diversity } from '../src/risks/statistics/diversity.ts'
import { gapSurprise } from '../src/risks/statistics/gap-surprise.ts'
import { incompleteBeta } from '../src/risks/statistics/incomplete-beta.ts'
import { mannKendall, seasonalMannKendall, senLine } from '../src/risks/statistics/mann-kendall.ts'
import { rateDropProbability } from '../src/risks/statistics/rate-drop.ts'
import { operationalDays, seasonFactors } from '../src/risks/statistics/season.ts'
import { wilsonInterval } from '../src/risks/statistics/wilson.ts'
import { dayNumber } from '../src/values/day.ts'
import { monthIndex } from '../src/values/month.ts'
import { type Example, examples, type Input, type Series } from './given-examples.ts'

const karate = examples.find((example) => example.name.startsWith('Zachary'))?.input.edges ?? []
const bowTie = examples.find((example) => example.name === 'bow tie')?.input.edges ?? []
const twoAMonthButSummer = [2023, 2024].flatMap(() =>
  Array.from({ length: 12 }, (_, index) => ({ calendarMonth: index + 1, count: index === 6 || index === 7 ? 0 : 2 })),
)

function isInput(input: Input, ...names: string[]): boolean {
  return names.every((name) => name in input)
}

/** What the engine makes of an example, by the names under which it is expected. */
export function result(example: Example): Readonly<Record<string, unknown>> {
  const { input, name } = example
  const series = input.x as unknown as Series
  if (isInput(input, 'amounts', 'public')) {
    const { amounts, public: group } = input as unknown as { amounts: Record<string, number>; public: string[] }
    return { group_share: groupShare(new Map(Object.entries(amounts)), new Set(group)) }
  }
  if (isInput(input, 'amounts')) {
    const read = concentration(input.amounts)
    return {
      hhi: read.hhi,
      hhi_normalised: read.hhiNormalised,
      effective_number: read.effectiveNumber,
      hill_1: read.hill1,
      reliance: read.reliance,
      absence_factor: read.absenceFactor,
    }
  }
  if (isInput(input, 'counts')) {
    const { counts, taxonomy } = input as unknown as { counts: number[]; taxonomy: number }
    const read = diversity(counts, taxonomy)
    return {
      blau: read.blau,
      blau_normalised: read.blauNormalised,
      blau_unbiased: read.blauUnbiased,
      shannon: read.shannon,
      effective_sectors: read.effectiveKinds,
    }
  }
  if (isInput(input, 'edges', 'isolates')) {
    const { edges, isolates } = input as unknown as { edges: Edge[]; isolates: string[] }
    const graph = graphOf(edges, isolates)
    return {
      density: density(graph),
      degree_centralisation: degreeCentralisation(graph),
      articulation_points: articulationPoints(graph),
      components: components(graph).length,
      max_core: maxCore(graph),
    }
  }
  if (isInput(input, 'edges_from', 'attribute')) return mixing(karate, input.attribute)
  if (isInput(input, 'edges', 'sector')) return mixing(input.edges, input.sector)
  if (isInput(input, 'remove')) return { fragmentation_if_removed: fragmentsWithout(graphOf(bowTie), input.remove) }
  if (isInput(input, 'open_triad')) {
    return {
      open: burtConstraint(
        graphOf([
          ['b', 'a'],
          ['a', 'c'],
        ]),
        'a',
      ),
      closed: burtConstraint(
        graphOf([
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'a'],
        ]),
        'a',
      ),
    }
  }
  if (isInput(input, 'initiatives', 'window')) return ties(input)
  if (isInput(input, 'k', 'n', 'p')) return { cdf: binomialTail(input.k, input.n, input.p) }
  if (isInput(input, 'k', 'n')) {
    const interval = wilsonInterval(input.k, input.n)
    return { interval, low: interval?.low, high: interval?.high }
  }
  if (isInput(input, 'a', 'b', 'x')) return { value: incompleteBeta(input.a, input.b, input.x) }
  if (isInput(input, 'k_now')) {
    const now = { count: input.k_now, months: input.months_now }
    const base = { count: input.k_base, months: input.months_base }
    return { probability: rateDropProbability(now, base, input.ratio) }
  }
  if (isInput(input, 'a0')) {
    const now = { count: input.k, months: input.t_now }
    const base = { count: input.k, months: input.t_base }
    return { probability: rateDropProbability(now, base, input.ratio, input.a0) }
  }
  if (isInput(input, 'events')) {
    return { p: gapSurprise(input.events, input.exposure_months ?? 0, input.gap_months ?? 0) }
  }
  if (isInput(input, 'years')) {
    const factors = seasonFactors(twoAMonthButSummer, input.kappa)
    return { july: factors?.[6], january: factors?.[0] }
  }
  if (isInput(input, 'factors')) {
    const factors = seasonFactors(twoAMonthButSummer, 2) ?? []
    const { from, to } = input as unknown as { from: string; to: string }
    return { days: operationalDays(from, to, factors), calendar: dayNumber(to) - dayNumber(from) }
  }
  if (name.startsWith('seasonal Mann-Kendall')) {
    const read = seasonalMannKendall(series, 2)
    return { S: read.S, var: read.variance, Z: read.Z }
  }
  if (name.startsWith('Mann-Kendall')) return trend(series)
  if (name.startsWith('Sen')) return { ...senLine(series) }
  if (name.startsWith('EWMA')) return { z: exponentialAverage(series, 0.3) }
  if (name.startsWith('Poisson CUSUM')) {
    const read = poissonCusum(series as number[], 4, 2, 4)
    return { path: read.path, alarm_index: read.alarmIndex }
  }
  if (isInput(input, 'pledges')) return spread(input)
  if (isInput(input, 'reserves')) {
    const months = (reserves: number, inflow: number) =>
      runwayMonths(
        reserves,
        () => inflow,
        () => input.cost,
        120,
      )
    const { reserves, inflow, cost } = input as unknown as { reserves: number; inflow: number; cost: number }
    return {
      months: months(reserves, inflow),
      half: months(reserves + (cost - inflow) / 2, inflow),
      never: months(reserves, cost),
    }
  }
  if (name === 'funding cliff') {
    const income = [...Array<number>(12).fill(100), ...Array<number>(12).fill(30)]
    const cliff = fundingCliff((month) => income[month] ?? 0, { look: 6, ratio: 0.5, earliest: 0, furthest: 18 })
    return { month: cliff?.month, before: cliff?.beforeMinor, after: cliff?.afterMinor }
  }
  if (isInput(input, 'due')) {
    const dues = input.due.map(([dueOn, dueMinor, paidMinor]) => ({
      dueOn: dayNumber(dueOn),
      dueMinor,
      paidMinor,
    }))
    const read = fulfilment(dues, dayNumber(input.as_of), input.grace_days)
    return { amount: read.amountShare, count: read.countShare, n: read.n }
  }
  return flagLife(input)
}

function mixing(edges: readonly Edge[], sectors: Readonly<Record<string, string>>) {
  const read = sectorMixing(edges, new Map(Object.entries(sectors)))
  return { assortativity: read.assortativity, ei_index: read.eiIndex }
}

function ties(input: Input): Readonly<Record<string, unknown>> {
  const { initiatives, window } = input as unknown as {
    initiatives: [string, string, string[]][]
    window: [string, string]
  }
  const started = initiatives.map(([startedOn, id, partners]) => ({ startedOn, id, partners }))
  const read = tieDynamics(started, { from: window[0], to: window[1] })
  const pairsOfYear = (year: string) =>
    new Set(started.filter((one) => one.startedOn.startsWith(year)).flatMap((one) => pairsOf(one.partners)))
  const similarity = jaccard(pairsOfYear('2024'), pairsOfYear('2025'))
  return {
    new_tie_rate: read.newTieRate,
    repeat_share: read.repeatShare,
    new_partner_rate: read.newPartnerRate,
    untried_pair_share: read.untriedPairShare,
    relative: read.relative,
    jaccard_with_2024: similarity,
    turnover: similarity === null ? null : 1 - similarity,
    jaccard_both_empty: jaccard(pairsOfYear('2026'), pairsOfYear('2027')),
    jaccard_one_empty: jaccard(pairsOfYear('2025'), pairsOfYear('2026')),
  }
}

function trend(series: readonly (number | null)[]): Readonly<Record<string, unknown>> {
  const read = mannKendall(series)
  return {
    result: read,
    n: read?.n,
    S: read?.S,
    var: read?.variance,
    Z: read?.Z,
    p_normal: read?.pNormal,
    p_exact: read?.pExact,
    sen: read?.sen,
  }
}

function spread(input: Input): Readonly<Record<string, unknown>> {
  const { pledges, from, months } = input as unknown as {
    pledges: [string, string, number][]
    from: string
    months: number
  }
  const amounts = pledges.flatMap(([first, last, amount]) => straightLine(first, last, amount))
  return {
    income: Array.from({ length: months }, (_, index) =>
      amounts.filter((one) => one.month === monthIndex(from) + index).reduce((sum, one) => sum + one.amountMinor, 0),
    ),
  }
}

function flagLife(input: Input): Readonly<Record<string, unknown>> {
  const { scores, thresholds, rise, release } = input as unknown as {
    scores: (number | null)[]
    thresholds: Record<'watch' | 'warning' | 'critical', [number, number]>
    rise: [number, number]
    release: number
  }
  const line = ([enter, leave]: [number, number]) => ({ enter, leave })
  const lines: FlagThresholds = {
    watch: line(thresholds.watch),
    warning: line(thresholds.warning),
    critical: line(thresholds.critical),
  }
  const rules = { ...parameters.flags, rise: { calls: rise[0], of: rise[1] }, releaseReadings: release }
  let state = quietFlag
  const levels: FlagLevel[] = []
  const onset: (number | null)[] = []
  const log: unknown[] = []
  scores.forEach((score, month) => {
    const step = stepFlag(state, month, score, lines, rules)
    state = step.state
    levels.push(state.level)
    onset.push(state.onset)
    if (step.kind !== null) log.push([month, state.level, step.kind])
  })
  return { levels, onset, log }
}
