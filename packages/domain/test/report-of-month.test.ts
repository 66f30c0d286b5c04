import { describe, expect, it } from 'vitest'
import { reportOfMonth } from '../src/reports/report-of-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { nothing, pledge } from './given-promises.ts'

const hours = { kind: 'staff-time', amountMinor: null, currency: null, quantity: 20, unit: 'hours' }
const due = (pledgeId: string, dueOn: string, quantity: number | null, amountMinor: number | null = null) => ({
  pledgeId,
  dueOn,
  amountMinor,
  quantity,
})
const came = (pledgeId: string, receivedOn: string, quantity: number) => ({
  pledgeId,
  receivedOn,
  amountMinor: null,
  quantity,
})
const behind = (more: Partial<History>) =>
  reportOfMonth({ ...nothing, receipts: [], ...more }, '2024-05', parameters).owedOtherwise

describe('promises of other than the own money', () => {
  const pledges = [pledge('help', 'school', hours)]

  it('are behind while more had fallen due than has arrived, to the hundredth', () => {
    const instalments = [due('help', '2024-04-30', 0.3)]
    expect(behind({ pledges, instalments })).toBe(1)
    expect(behind({ pledges, instalments, receipts: [came('help', '2024-04-30', 0.29)] })).toBe(1)
    // 0.1 and 0.2 are 0.3.
    const receipts = [came('help', '2024-03-01', 0.1), came('help', '2024-04-30', 0.2)]
    expect(behind({ pledges, instalments, receipts })).toBe(0)
    expect(behind({ pledges, instalments, receipts: [came('help', '2024-05-01', 0.3)] })).toBe(1)
  })

  it('are not behind before they are due, and not where they are not confirmed', () => {
    expect(behind({ pledges, instalments: [due('help', '2024-05-01', 5)] })).toBe(0)
    const offered = [pledge('help', 'school', { ...hours, status: 'offered' })]
    expect(behind({ pledges: offered, instalments: [due('help', '2024-04-01', 5)] })).toBe(0)
  })

  it('are counted with those in another currency, and not with the own money', () => {
    const swedish = pledge('gift', 'bank', { currency: 'SEK' })
    const instalments = [due('gift', '2024-04-01', null, 500), due('own', '2024-04-01', null, 500)]
    expect(behind({ pledges: [swedish, pledge('own', 'bank')], instalments })).toBe(1)
  })

  it('are not known where nobody keeps what arrives', () => {
    expect(behind({ pledges, instalments: [due('help', '2024-04-01', 5)], receipts: null })).toBeNull()
  })
})
