import { type Day, dayFromNumber } from '../../values/day.ts'
import { firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import { uniqueBy } from '../dated-facts.ts'
import type { History, InitiativeFact } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import type { Candidate } from './driver.ts'
import { dayOf, numberOf } from './value.ts'

/** Most facts of each kind that are left out; the likeliest come first. Source: docs/adr/0090. */
const MOST = { initiatives: 24, ends: 12, partners: 12 }

/** Facts that may drive stagnation, the likeliest of each kind, and how many there are. */
export function stagnationCandidates(
  history: History,
  month: Month,
  parameters: Parameters,
): { readonly candidates: readonly Candidate[]; readonly of: number } {
  const lines = parameters.stagnation
  const now = monthIndex(month)
  const today = dayFromNumber(firstDayNumber(now))
  const firstOf = (monthsBack: number) => dayFromNumber(firstDayNumber(now - monthsBack))
  const windowFrom = firstOf(lines.windowMonths)
  const seenFrom = firstOf(lines.windowMonths + lines.novelty.memoryMonths)
  const partnersOf = partnersByInitiative(history, today)
  const size = (one: InitiativeFact) => partnersOf.get(one.id)?.size ?? 0

  const told = uniqueBy(history.initiatives, (one) => one.id)
  const initiatives = told
    .flatMap((one) =>
      one.startedOn !== null && one.startedOn < today && one.startedOn >= seenFrom
        ? [{ one, startedOn: one.startedOn }]
        : [],
    )
    .toSorted(
      (a, b) =>
        Number(b.startedOn >= windowFrom) - Number(a.startedOn >= windowFrom) ||
        size(b.one) - size(a.one) ||
        (a.one.id < b.one.id ? -1 : 1),
    )
  const ends = told
    .flatMap((one) => {
      const endedOn = one.endedOn ?? one.plannedEndOn
      return one.startedOn !== null &&
        one.startedOn < today &&
        endedOn !== null &&
        endedOn < today &&
        endedOn >= windowFrom
        ? [{ one, endedOn }]
        : []
    })
    .toSorted((a, b) => size(b.one) - size(a.one) || (a.one.id < b.one.id ? -1 : 1))
  const seen = new Set(initiatives.map(({ one }) => one.id))
  const partners = countByPartner(partnersOf, seen)

  return {
    candidates: [
      ...initiatives.slice(0, MOST.initiatives).map(({ one, startedOn }): Candidate => ({
        fact: {
          kind: 'initiative',
          id: one.id,
          said: { code: 'started', values: { day: dayOf(startedOn), partners: numberOf(size(one)) } },
        },
        without: () => withoutInitiative(history, one.id),
      })),
      ...ends.slice(0, MOST.ends).map(({ one, endedOn }): Candidate => ({
        fact: {
          kind: 'end',
          id: one.id,
          said: { code: 'ended', values: { day: dayOf(endedOn), partners: numberOf(size(one)) } },
        },
        without: () => withoutEnd(history, one.id, endedOn),
      })),
      ...partners.slice(0, MOST.partners).map(([organisationId, count]): Candidate => ({
        fact: {
          kind: 'partner',
          id: organisationId,
          said: { code: 'takes-part', values: { initiatives: numberOf(count) } },
        },
        without: () => withoutPartner(history, organisationId),
      })),
    ],
    of: initiatives.length + ends.length + partners.length,
  }
}

function partnersByInitiative(history: History, today: Day): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>()
  for (const { initiativeId, organisationId, from } of history.participations) {
    if (from !== null && from >= today) continue
    partners.set(initiativeId, (partners.get(initiativeId) ?? new Set()).add(organisationId))
  }
  return partners
}

/** Partners with the number of the given initiatives they take part in, the busiest first. */
function countByPartner(partnersOf: ReadonlyMap<string, ReadonlySet<string>>, initiatives: ReadonlySet<string>) {
  const counts = new Map<string, number>()
  for (const [initiativeId, partners] of partnersOf) {
    if (!initiatives.has(initiativeId)) continue
    for (const partner of partners) counts.set(partner, (counts.get(partner) ?? 0) + 1)
  }
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
}

function withoutInitiative(history: History, initiativeId: string): History {
  return {
    ...history,
    initiatives: history.initiatives.filter((one) => one.id !== initiativeId),
    participations: history.participations.filter((one) => one.initiativeId !== initiativeId),
  }
}

/** As if it had been planned without an end and still ran, with those who left with it; who had left before stays away. */
function withoutEnd(history: History, initiativeId: string, endedOn: Day): History {
  return {
    ...history,
    initiatives: history.initiatives.map((one) =>
      one.id === initiativeId ? { ...one, plannedEndOn: null, endedOn: null, endState: null } : one,
    ),
    participations: history.participations.map((one) =>
      one.initiativeId === initiativeId && one.to !== null && one.to >= endedOn ? { ...one, to: null } : one,
    ),
  }
}

function withoutPartner(history: History, organisationId: string): History {
  return {
    ...history,
    participations: history.participations.filter((one) => one.organisationId !== organisationId),
  }
}
