import type { History } from '../history.ts'

/** What may be left out of a history to see what a sign would read without it. */
export type LeftOut = 'initiative' | 'partner' | 'person'

/** The history as it would be without one initiative, one partner or one person. The history given is not changed. */
export const withoutFact: Readonly<Record<LeftOut, (history: History, id: string) => History>> = {
  /** With who took part and coordinated, what was booked for it, and what was pledged for it. */
  initiative: (history, id) => {
    const isOther = (one: { readonly initiativeId: string | null }) => one.initiativeId !== id
    return withoutPledges(
      {
        ...history,
        initiatives: history.initiatives.filter((one) => one.id !== id),
        participations: history.participations.filter(isOther),
        bookings: history.bookings?.filter(isOther) ?? null,
        coordinations: history.coordinations?.filter(isOther) ?? null,
      },
      isOther,
    )
  },
  /** With what it leads and takes part in, books, hosts, offers and pays, and who acts for it. */
  partner: (history, id) => {
    const isOther = (one: { readonly organisationId: string }) => one.organisationId !== id
    return withoutPledges(
      {
        ...history,
        participations: history.participations.filter(isOther),
        bookings: history.bookings?.filter((one) => isOther(one) && one.hostId !== id) ?? null,
        spaces: history.spaces?.filter((one) => one.hostId !== id) ?? null,
        representations: history.representations?.filter(isOther) ?? null,
      },
      isOther,
    )
  },
  /** With what they coordinate and whom they act for. */
  person: (history, id) => {
    const isOther = (one: { readonly personId: string }) => one.personId !== id
    return {
      ...history,
      coordinations: history.coordinations?.filter(isOther) ?? null,
      representations: history.representations?.filter(isOther) ?? null,
    }
  },
}

function withoutPledges(
  history: History,
  isOther: (pledge: NonNullable<History['pledges']>[number]) => boolean,
): History {
  if (history.pledges === null) return history
  const gone = new Set(history.pledges.filter((one) => !isOther(one)).map((one) => one.id))
  if (gone.size === 0) return history
  const others = <Fact extends { readonly pledgeId: string }>(facts: readonly Fact[] | null) =>
    facts?.filter((one) => !gone.has(one.pledgeId)) ?? null
  return {
    ...history,
    pledges: history.pledges.filter(isOther),
    instalments: others(history.instalments),
    receipts: others(history.receipts),
  }
}
