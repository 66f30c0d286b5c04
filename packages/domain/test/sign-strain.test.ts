import { describe, expect, it } from 'vitest'
import { signMeasures } from '../src/risks/explain-signs/sign-figures.ts'
import { signStrain } from '../src/risks/explain-signs/sign-strain.ts'
import { secondaryParameters as lines } from '../src/risks/secondary/secondary-parameters.ts'
import type { Signal } from '../src/risks/secondary/signal.ts'
import type { SignPart } from '../src/risks/secondary/sign-parts.ts'

const signal = (more: Partial<Signal>): Signal => ({
  score: 0,
  value: null,
  interval: null,
  n: 1,
  parts: {},
  contributors: {},
  reported: {},
  persons: null,
  ...more,
})
const strain = (part: SignPart, more: Partial<Signal>) => signStrain[part](signal(more), lines)
const measures = (part: SignPart, more: Partial<Signal>) =>
  Object.entries(signMeasures[part](signal(more))).map(([name, value]) => [name, value && [value.type, value.value]])
const reported = (name: string, value: number | null) => ({ reported: { [name]: value } })
const persons = (bag: Readonly<Record<string, number | null>>) => ({ persons: bag })

/** Beyond a line 2 − line / value, before it value / line. */
describe('how far a part of a sign has come', () => {
  it('is not known where the part cannot be read', () => {
    for (const part of Object.keys(signStrain) as SignPart[]) expect([part, strain(part, {})]).toEqual([part, null])
  })

  it('towards shares that must not be reached adds up over the lines', () => {
    expect(strain('largestShare', { value: 0.6 })).toBeCloseTo(1 + 0.8 + 0.6 / 0.9, 12)
    expect(strain('largestShare', { value: 0.75 })).toBeCloseTo(2 - 0.8 + 1 + 0.75 / 0.9, 12)
    for (const [part, name] of [
      ['income', 'incomeShare'],
      ['leads', 'leadsShare'],
      ['hostedMinutes', 'hostedMinutesShare'],
    ] as const)
      expect(strain(part, reported(name, 0.9))).toBeCloseTo(2 - 0.6 / 0.9 + 2 - 0.75 / 0.9 + 1, 12)
    expect(strain('bridge', reported('largestCut', 0.1))).toBeCloseTo(0.1 / 0.2 + 0.1 / 0.33, 12)
    expect(strain('soleContacts', persons({ soleContacts: 0.5 }))).toBeCloseTo(1 + 0.5 / 0.75, 12)
  })

  it('towards shares that must not be fallen below', () => {
    expect(strain('physicalShare', { value: 1 })).toBe(0)
    expect(strain('physicalShare', { value: 0.25 })).toBeCloseTo(1 + 0.75 / 0.9, 12)
    expect(strain('direct', { interval: { low: 0, high: 0.6 } })).toBeCloseTo(0.4 / 0.8 + 0.4 / 0.9, 12)
  })

  it('by missing sectors and rooms', () => {
    const missing = (...sectors: string[]) => strain('missingCore', { contributors: { missingCoreSectors: sectors } })
    expect([missing(), missing('energy'), missing('energy', 'finance')]).toEqual([0, 1, 1.5])
    expect(strain('missingCore', { contributors: { missingCoreSectors: null } })).toBeNull()
    const doors = (count: number) => strain('noDoor', reported('doors', count))
    expect([doors(0), doors(1), doors(3)]).toEqual([1, 0.5, 0.25])
  })

  it('by how few hold half, the share of the largest beside it', () => {
    const leads = (value: number, topLeadShare: number | null) =>
      strain('elephant', { value, reported: { topLeadShare } })
    expect(leads(4, 0.2)).toBeCloseTo(0.5 + 0.25 + 0.2, 12)
    expect(leads(2, 0.3)).toBeCloseTo(1 + 0.5 + 0.3, 12)
    expect(leads(1, null)).toBeCloseTo(1.5 + 1, 12)
    const coordination = (more: Readonly<Record<string, number | null>>) =>
      strain('coordination', { value: 2, ...persons({ topShare: 0.4, ...more }) })
    expect(coordination({})).toBeCloseTo(1.5 + 0.4, 12)
    // Half without a deputy is the line.
    expect(coordination({ withoutDeputy: 2, runningCoordinated: 8 })).toBeCloseTo(1.9 + 0.5, 12)
    expect(coordination({ withoutDeputy: 8, runningCoordinated: 8 })).toBeCloseTo(1.9 + 1.5, 12)
    expect(coordination({ withoutDeputy: 0, runningCoordinated: 0 })).toBeCloseTo(1.9, 12)
    expect(coordination({ withoutDeputy: null, runningCoordinated: 8 })).toBeCloseTo(1.9, 12)
    expect(coordination({ withoutDeputy: 2, runningCoordinated: null })).toBeCloseTo(1.9, 12)
  })

  it('by hours of volunteers and the months nobody was paid', () => {
    const hours = (value: number | null, monthsWithoutPaid: number | null) =>
      strain('volunteerShare', { value, ...persons({ monthsWithoutPaid }) })
    expect(hours(0.4, null)).toBe(0.5)
    expect(hours(0.4, 3)).toBe(1)
    expect(hours(0.8, 12)).toBe(2.5)
    expect(hours(null, 12)).toBeNull()
  })
})

describe('the figures of a part that a fact may move', () => {
  it('are those the sign shows', () => {
    expect(measures('largestShare', { value: 0.4 })).toEqual([['largestShare', ['share', 0.4]]])
    expect(measures('missingCore', { contributors: { missingCoreSectors: ['energy'] } })).toEqual([
      ['missing', ['number', 1]],
    ])
    expect(
      measures('coordination', {
        value: 3,
        ...persons({ topShare: 0.4, withoutDeputy: 1, runningCoordinated: 4 }),
      }),
    ).toEqual([
      ['holders', ['number', 3]],
      ['topShare', ['share', 0.4]],
      ['withoutDeputy', ['share', 0.25]],
    ])
    expect(measures('soleContacts', persons({ soleContacts: 0.5 }))).toEqual([['soleContacts', ['share', 0.5]]])
    expect(measures('elephant', { value: 2, ...reported('topLeadShare', 0.3) })).toEqual([
      ['leaders', ['number', 2]],
      ['topLeadShare', ['share', 0.3]],
    ])
    expect(measures('bridge', reported('largestCut', 0.2))).toEqual([['largestCut', ['share', 0.2]]])
    expect(measures('income', reported('incomeShare', 0.2))).toEqual([['income', ['share', 0.2]]])
    expect(measures('leads', reported('leadsShare', 0.2))).toEqual([['leads', ['share', 0.2]]])
    expect(measures('hostedMinutes', reported('hostedMinutesShare', 0.2))).toEqual([['hosted', ['share', 0.2]]])
    expect(measures('physicalShare', { value: 0.2 })).toEqual([['physical', ['share', 0.2]]])
    expect(measures('noDoor', reported('doors', 2))).toEqual([['doors', ['number', 2]]])
    expect(measures('direct', { value: 0.2, interval: { low: 0, high: 0.5 } })).toEqual([
      ['direct', ['share', 0.2]],
      ['atMost', ['share', 0.5]],
    ])
    expect(measures('volunteerShare', { value: 0.2, ...persons({ monthsWithoutPaid: 4 }) })).toEqual([
      ['volunteers', ['share', 0.2]],
      ['monthsWithoutPaid', ['number', 4]],
    ])
  })

  it('are not known where the part cannot be read', () => {
    for (const part of Object.keys(signMeasures) as SignPart[])
      expect(measures(part, {}).map(([, value]) => value)).toEqual(measures(part, {}).map(() => null))
  })
})
