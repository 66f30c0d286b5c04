import type { History } from '../../packages/domain/src/risks/history.ts'
import type { NoveltyReading } from '../../packages/domain/src/risks/stagnation/novelty.ts'
import type { Row } from './data-folder.ts'
import { engineReadings, plainPairs } from './network-series.ts'
import { emptyHistory } from './package-history.ts'

/** Novelty of one month, as the engine reads it. */
export interface NoveltyMonth {
  readonly month: string
  readonly novelty: NoveltyReading
}

/** A record by years says nothing of the day: both ends of the choice are read, and have to agree. */
export const DAYS_OF_YEAR = ['01-01', '07-01'] as const
export type DayOfYear = (typeof DAYS_OF_YEAR)[number]

/** Ties by year as a history: each pair with joint practice in a year starts one initiative in it, on the given day. */
export function historyOfTies(rows: readonly Row[], day: DayOfYear): History {
  const pairs = new Map<string, { year: string; organisations: string[] }>()
  for (const row of rows) {
    const organisations = [row['source'] ?? '', row['target'] ?? ''].sort()
    const year = row['year'] ?? ''
    pairs.set([year, ...organisations].join(' '), { year, organisations })
  }
  return {
    ...emptyHistory,
    initiatives: [...pairs].map(([id, { year }]) => initiative(id, `${year}-${day}`, `${year}-12-31`)),
    participations: [...pairs].flatMap(([id, { organisations }]) => organisations.map((one) => taking(id, one))),
  }
}

/** Networks with their members by start year as a history: each network starts one initiative. */
export function historyOfNetworks(networks: readonly Row[], members: readonly Row[], day: DayOfYear): History {
  return {
    ...emptyHistory,
    initiatives: networks.map((row) =>
      initiative(
        row['network_id'] ?? '',
        `${row['start_year']}-${day}`,
        row['end_year'] ? `${row['end_year']}-12-31` : null,
      ),
    ),
    participations: members.map((row) => taking(row['network_id'] ?? '', row['city_id'] ?? '')),
  }
}

/** Novelty in each January, which sees the whole year before it, with ties of every initiative. */
export function noveltyOfYears(history: History): NoveltyMonth[] {
  return noveltyOf(history).filter(({ month }) => month.endsWith('-01'))
}

/** Novelty in every month from the first start to two years after the last. */
export function noveltyOf(history: History): NoveltyMonth[] {
  const years = history.initiatives.flatMap(({ startedOn }) =>
    startedOn === null ? [] : Number(startedOn.slice(0, 4)),
  )
  const span = { from: `${Math.min(...years)}-01`, to: `${Math.max(...years) + 1}-01` }
  return engineReadings(history, span, plainPairs).map(({ month, stagnation }) => ({
    month,
    novelty: stagnation.families.novelty,
  }))
}

function initiative(id: string, startedOn: string, plannedEndOn: string | null): History['initiatives'][number] {
  return { id, kind: 'joint', startedOn, plannedEndOn, endedOn: null, endState: null }
}

function taking(initiativeId: string, organisationId: string): History['participations'][number] {
  return { initiativeId, organisationId, role: 'contributor', from: null, to: null }
}
