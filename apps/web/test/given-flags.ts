import * as contract from '@commonweal/contracts/risks'
import { listAssessments, type Assessment } from '@commonweal/contracts/assessments'
import { listHandlings, readFlagStanding, type HandlingRow } from '@commonweal/contracts/handling'
import { listInitiatives } from '@commonweal/contracts/initiatives'
import { explain } from '@commonweal/domain/risks/explain/explain'
import { factsBehind } from '@commonweal/domain/risks/facts-behind'
import type { History } from '@commonweal/domain/risks/history'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { libraryId, schoolId, signedIn } from './given.ts'
import { answer, type Answer, serve } from './server.ts'

const organisations = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `01900000-0000-7000-8000-00000000000${letter}`)

/** Three years of a start each month, then silence; money from two funders, one of them large. */
export function history(changes: Partial<History> = {}): History {
  const starts = Array.from({ length: 36 }, (_, index) => ({
    id: `initiative-${index}`,
    title: `Joint work ${index}`,
    kind: 'joint',
    startedOn: `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-10`,
    plannedEndOn: `${2021 + Math.floor((index + 8) / 12)}-${String(((index + 8) % 12) + 1).padStart(2, '0')}-10`,
    endedOn: null,
    endState: null,
  }))
  const funder = (organisationId: string, amountMinor: number) => ({
    id: `pledge of ${organisationId}`,
    initiativeId: null,
    organisationId,
    kind: 'cash',
    route: 'partner-co-funding',
    amountMinor: amountMinor * 48,
    currency: 'EUR',
    quantity: null,
    unit: null,
    confirmedOn: '2021-01-01',
    from: '2021-01-01',
    to: '2024-12-31',
    status: 'confirmed',
  })
  const pledges = [funder(libraryId, 100_00), funder(schoolId, 100_00)]
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: organisations.map((id) => ({
      id,
      name: id === libraryId ? 'Town Library' : id === schoolId ? 'Hill School' : `Club ${id.at(-1)}`,
      sector: 'culture',
      legalStatus: 'civic',
      parentId: null,
    })),
    memberships: null,
    initiatives: starts,
    participations: starts.flatMap(({ id }, index) =>
      [0, 1 + (index % 5)].map((offset) => ({
        initiativeId: id,
        organisationId: organisations[(index + offset) % organisations.length] ?? '',
        role: 'contributor',
        from: null,
        to: null,
      })),
    ),
    bookings: null,
    pledges,
    instalments: pledges.flatMap((pledge) =>
      Array.from({ length: 48 }, (_, index) => ({
        pledgeId: pledge.id,
        dueOn: `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-05`,
        amountMinor: 100_00,
        quantity: null,
      })),
    ),
    receipts: null,
    costs: null,
    reserves: null,
    ...changes,
  }
}

export interface Kept {
  readonly role?: 'viewer' | 'steward'
  readonly said?: Assessment[]
  readonly measures?: HandlingRow[]
  readonly versions?: ThresholdVersion[]
  readonly answers?: Answer[]
  readonly withheld?: readonly string[]
}

/** The flags of a community as they are read from these facts, for a viewer unless said otherwise. */
export function givenFlags(facts: History = history(), to = '2024-10', kept: Kept = {}) {
  const { role = 'viewer', said = [], measures = [], versions = [], answers = [], withheld = [] } = kept
  const read = timelineInForce(facts, '2021-02', to, versions)
  serve([
    ...signedIn(role),
    ...answers,
    answer(
      contract.readTimeline,
      ({ query: { knownOn } }) =>
        ({
          community: 'lindenmark',
          ...read,
          ...(knownOn ? { known: { on: knownOn, assumedFacts: 0 } } : {}),
          withheld,
        }) as unknown as contract.Timeline,
    ),
    answer(listAssessments, () => ({ items: said, nextCursor: null })),
    answer(listHandlings, () => ({ items: measures, nextCursor: null })),
    answer(listInitiatives, () => ({ items: [], nextCursor: null })),
    answer(readFlagStanding, ({ params: { flag } }) => {
      const now = read.months.at(-1)?.[flag]
      const heldLevel = now?.heldLevel ?? 'none'
      const state = heldLevel === 'none' ? ('clear' as const) : ('open' as const)
      const month = { flag, month: to, level: now?.level ?? 'none', heldLevel, state, reopenedBecause: null }
      return { ...month, episodes: [], handlings: measures.filter((one) => one.flag === flag) }
    }),
    answer(
      contract.explainFlag,
      ({ params: { flag }, query: { month = to } }) =>
        ({
          community: 'lindenmark',
          ...explain(facts, flag, month, versions),
          names: namesOf(facts),
          withheld,
        }) as never,
    ),
    answer(
      contract.readFactsBehind,
      ({ params }) =>
        ({
          ...factsBehind(facts, params.month),
          names: namesOf(facts),
        }) as never,
    ),
  ])
}

const namesOf = ({ organisations: all, initiatives }: History): Record<string, string> =>
  Object.fromEntries([...all.map(({ id, name }) => [id, name]), ...initiatives.map(({ id, title }) => [id, title])])
