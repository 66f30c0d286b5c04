import { numberOf, shareOf, type Value } from '../explain/value.ts'
import type { SignPart } from '../secondary/sign-parts.ts'
import type { Signal } from '../secondary/signal.ts'

type Bag = Readonly<Record<string, unknown>> | null

/** A figure of a sign; null where it is not known. */
export function figure(bag: Bag, name: string): number | null {
  const value = bag?.[name]
  return typeof value === 'number' ? value : null
}

/** Of the running initiatives somebody coordinates, the share with one person alone. */
export function withoutDeputy({ persons }: Signal): number | null {
  const [alone, running] = [figure(persons, 'withoutDeputy'), figure(persons, 'runningCoordinated')]
  return alone === null || running === null || running === 0 ? null : alone / running
}

/** Wanted sectors that are missing; null where that cannot be told. */
export function missingSectors({ contributors }: Signal): number | null {
  const missing = contributors['missingCoreSectors']
  return Array.isArray(missing) ? missing.length : null
}

const share = (value: number | null) => (value === null ? null : shareOf(value))
const number = (value: number | null) => (value === null ? null : numberOf(value))

type Measures = Readonly<Record<string, Value | null>>

/** Figures of a part that one fact may move, the one it is known by first. */
export const signMeasures: Readonly<Record<SignPart, (signal: Signal) => Measures>> = {
  largestShare: ({ value }) => ({ largestShare: share(value) }),
  missingCore: (signal) => ({ missing: number(missingSectors(signal)) }),
  coordination: (signal) => ({
    holders: number(signal.value),
    topShare: share(figure(signal.persons, 'topShare')),
    withoutDeputy: share(withoutDeputy(signal)),
  }),
  soleContacts: ({ persons }) => ({ soleContacts: share(figure(persons, 'soleContacts')) }),
  elephant: ({ value, reported }) => ({
    leaders: number(value),
    topLeadShare: share(figure(reported, 'topLeadShare')),
  }),
  bridge: ({ reported }) => ({ largestCut: share(figure(reported, 'largestCut')) }),
  income: ({ reported }) => ({ income: share(figure(reported, 'incomeShare')) }),
  leads: ({ reported }) => ({ leads: share(figure(reported, 'leadsShare')) }),
  hostedMinutes: ({ reported }) => ({ hosted: share(figure(reported, 'hostedMinutesShare')) }),
  physicalShare: ({ value }) => ({ physical: share(value) }),
  noDoor: ({ reported }) => ({ doors: number(figure(reported, 'doors')) }),
  direct: ({ value, interval }) => ({ direct: share(value), atMost: share(interval?.high ?? null) }),
  volunteerShare: ({ value, persons }) => ({
    volunteers: share(value),
    monthsWithoutPaid: number(figure(persons, 'monthsWithoutPaid')),
  }),
}
