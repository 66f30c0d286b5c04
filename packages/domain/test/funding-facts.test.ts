import { describe, expect, it } from 'vitest'
import { factsBehind } from '../src/risks/facts-behind.ts'
import type { History } from '../src/risks/history.ts'
import { due, nothing, paid, pledge } from './given-promises.ts'

describe('the facts behind the funding', () => {
  const today = '2025-03'
  const pledges = [
    pledge('old', 'zoo', { to: '2024-02-28' }),
    pledge('late', 'club', { to: '2025-03-01' }),
    pledge('early', 'club', { to: '2025-06-30' }),
    pledge('also', 'bank', { to: '2025-06-30' }),
    pledge('open', 'bank'),
    pledge('lost', 'bank', { status: 'written-off', to: '2026-01-01' }),
    pledge('kroner', 'bank', { currency: 'SEK', to: '2026-01-01' }),
  ]
  // Sixty days old and of the year is what fell due from 2 January to 31 December 2024.
  const instalments = [
    due('old', '2024-01-01', 5),
    due('late', '2024-01-02', 5),
    due('early', '2024-12-31', 5),
    due('also', '2025-01-01', 5),
    due('open', '2025-03-01', 5),
    due('early', '2025-02-28', 5),
  ]
  const receipts = [
    paid('old', '2023-12-15', 5),
    paid('old', '2024-02-10', 5),
    paid('also', '2025-02-10', 40),
    paid('early', '2025-02-11', 40),
    paid('late', '2025-02-11', 30),
  ]
  const organisations = [
    { id: 'bank', sector: 'local-government', legalStatus: 'public', parentId: null },
    { id: 'club', sector: 'other', legalStatus: 'public', parentId: null },
    { id: 'zoo', sector: 'other', legalStatus: 'civic', parentId: null },
  ]
  const reserves = [
    { on: '2025-02-10', amountMinor: 5, currency: 'EUR' },
    { on: '2025-02-05', amountMinor: 5, currency: 'EUR' },
    { on: '2025-03-01', amountMinor: 5, currency: 'EUR' },
  ]
  const behind = (more: Partial<History> = {}) =>
    factsBehind({ ...nothing, organisations, pledges, instalments, receipts, reserves, ...more }, today).funding

  it('name funders with their promises, the largest first', () => {
    expect(behind().concentration.funders).toEqual([
      { organisationId: 'club', amountMinor: 70, pledgeIds: ['early', 'late'], lastPledgedOn: '2025-06-30' },
      { organisationId: 'bank', amountMinor: 40, pledgeIds: ['also', 'open'], lastPledgedOn: '2025-06-30' },
    ])
    const equal = behind({
      receipts: [paid('open', '2025-01-10', 5), paid('late', '2025-01-10', 5), paid('old', '2025-01-10', 7)],
    })
    expect(equal.concentration.funders.map((one) => one.organisationId)).toEqual(['zoo', 'bank', 'club'])
  })

  it('name who paid and who no longer does, and who is public', () => {
    expect(behind().incomeFall).toEqual({ organisationIds: ['bank', 'club'], goneOrganisationIds: ['zoo'] })
    expect(behind().publicShare).toEqual({ organisationIds: ['bank', 'club'], localOrganisationIds: ['bank'] })
  })

  it('name the promises that still bring something, and when reserves were last counted', () => {
    expect(behind().runway).toEqual({ pledgeIds: ['open'], reservesOn: '2025-02-10' })
    expect(behind({ reserves: null }).runway.reservesOn).toBeNull()
  })

  it('name the promises by their ends', () => {
    expect(behind().cliff.pledges).toEqual([
      { pledgeId: 'late', endsOn: '2025-03-01' },
      { pledgeId: 'also', endsOn: '2025-06-30' },
      { pledgeId: 'early', endsOn: '2025-06-30' },
    ])
  })

  it('name the promises of which something fell due, and those that owe', () => {
    expect(behind().fulfilment).toEqual({ pledgeIds: ['early', 'late'], overduePledgeIds: [] })
    expect(behind({ receipts: [paid('late', '2025-01-10', 4)] }).fulfilment.overduePledgeIds).toEqual(['early', 'late'])
    expect(behind({ receipts: null }).fulfilment.overduePledgeIds).toEqual([])
  })

  it('name who paid again and who did not', () => {
    // Of those who paid from March 2023 to February 2024 the time of fourteen months passes by February and April 2025.
    const gifts = ['2023-05-10', '2023-06-10'].map((on, index) => paid(index === 0 ? 'open' : 'late', on, 5))
    expect(behind({ receipts: [...gifts, paid('open', '2024-05-10', 5)] }).retention).toEqual({
      keptOrganisationIds: ['bank'],
      lostOrganisationIds: ['club'],
    })
  })
})
