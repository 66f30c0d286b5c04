import { readHistory, type RiskHistory } from '@commonweal/contracts/risk-history'
import type { History } from '@commonweal/domain/risks/history'
import { networkAt } from '@commonweal/domain/risks/network/network-at'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { libraryId, schoolId, signedIn } from '../../../test/given.ts'
import { renderAt } from '../../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../../test/server.ts'
import { monthsOfNetwork } from './months-of-network.ts'
import { changedSearch, readNetworkSearch } from './network-search.ts'
import { organisationsOf, shownNetwork, tiesOf } from './shown-network.ts'

const page = '/c/lindenmark/network'
const clubId = '01900000-0000-7000-8000-00000000000c'
const bankId = '01900000-0000-7000-8000-00000000000d'

const organisation = (id: string, name: string, sector: string) => ({
  id,
  name,
  sector,
  legalStatus: 'civic',
  parentId: null,
})

/** Library, school and club in a row, the school between them; later the bank joins the library. */
function history(changes: Partial<History> = {}): History {
  const crews = {
    one: [libraryId, schoolId],
    two: [schoolId, clubId],
    three: [libraryId, schoolId],
    late: [libraryId, bankId],
  }
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: [
      organisation(libraryId, 'Town Library', 'culture'),
      organisation(schoolId, 'Hill School', 'education'),
      organisation(clubId, 'Rowing Club', 'sport'),
      organisation(bankId, 'Savings Bank', 'finance'),
    ],
    memberships: null,
    initiatives: Object.keys(crews).map((id) => ({
      id,
      title: id,
      kind: 'joint',
      startedOn: id === 'late' ? '2024-05-10' : '2024-01-10',
      plannedEndOn: '2025-12-31',
      endedOn: null,
      endState: null,
    })),
    participations: Object.entries(crews).flatMap(([initiativeId, partners]) =>
      partners.map((organisationId) => ({ initiativeId, organisationId, role: 'contributor', from: null, to: null })),
    ),
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
    ...changes,
  }
}

function given(facts: History = history()) {
  serve([
    ...signedIn('viewer'),
    answer(readHistory, () => ({
      community: 'lindenmark',
      today: '2024-07-15',
      history: facts as RiskHistory['history'],
      withheld: [],
      thresholds: [],
    })),
  ])
}

const rows = async () =>
  within(await screen.findByRole('table', { name: /^Partners of the network/ }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [
      within(row).getByRole('rowheader').textContent,
      ...within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ])

describe('the table', () => {
  test('says what the network of the month is, the strongest first', async () => {
    given()
    renderAt(`${page}?view=table&month=2024-03`)
    expect(await rows()).toEqual([
      ['Hill School', 'Ed Education', '3', '2', '3', '1', 'Cuts off 1'],
      ['Town Library', 'Cu Culture', '2', '1', '2', '1', 'No'],
      ['Rowing Club', 'Sp Sport', '1', '1', '1', '1', 'No'],
    ])
    expect(screen.getByText(/^3 partners · 3 running initiatives · 2 ties · all in one part · 1 bridge/)).toBeTruthy()
  })

  test('follows the month, the sector and the order, and the address keeps them', async () => {
    given()
    const { user, router } = renderAt(`${page}?view=table`)
    expect((await rows()).map(([name]) => name)).toContain('Savings Bank')
    await user.selectOptions(screen.getByLabelText('Sector'), 'Sport')
    await waitFor(async () => expect((await rows()).map(([name]) => name)).toEqual(['Hill School', 'Rowing Club']))
    await user.click(screen.getByRole('button', { name: 'Partner' }))
    await user.click(screen.getByRole('button', { name: 'One month earlier' }))
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ view: 'table', sector: 'sport', sort: 'name', month: '2024-06' }),
    )
  })

  test('leads to the page of a partner', async () => {
    given()
    renderAt(`${page}?view=table&month=2024-03`)
    const link = await screen.findByRole('link', { name: 'Hill School' })
    expect(link.getAttribute('href')).toBe(`/c/lindenmark/partners/${schoolId}`)
  })
})

test('the matrices count ties between sectors and say the strength between partners', async () => {
  given()
  renderAt(`${page}?view=matrix&month=2024-03`)
  const sectors = within(await screen.findByRole('region', { name: /^Ties between sectors/ }))
  expect(cellsBeside(sectors.getByRole('rowheader', { name: 'Education' }))).toEqual(['', '1', '1'])
  const partners = within(screen.getByRole('region', { name: /^Ties between partners/ }))
  expect(cellsBeside(partners.getByRole('rowheader', { name: 'Hill School' }))).toEqual(['', '2', '1'])
})

const cellsBeside = (header: HTMLElement) =>
  within(header.closest('tr') ?? expect.fail('a header without a row'))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)

test('where nothing can be drawn the page says so and shows the table', async () => {
  given()
  renderAt(`${page}?view=picture&month=2024-03`)
  expect(await screen.findByText(/cannot draw the picture/)).toBeTruthy()
  expect(await rows()).toHaveLength(3)
})

describe('without content', () => {
  test('nobody is tied yet: the way to the initiatives', async () => {
    given(history({ initiatives: [], participations: [] }))
    renderAt(page)
    expect(await screen.findByRole('heading', { name: 'Nobody is tied yet' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'To the initiatives' })).toBeTruthy()
  })

  test('facts later than the day the records are complete to are not known', async () => {
    given(history({ dataCompleteThrough: '2023-12-31' }))
    renderAt(page)
    expect(await screen.findByRole('heading', { name: 'Nothing is known of these months' })).toBeTruthy()
  })

  test('a failure is said as one, and can be tried again', async () => {
    serve([
      ...signedIn('viewer'),
      answer(readHistory, () => {
        throw new Refusal('history-too-large')
      }),
    ])
    renderAt(page)
    expect(within(await screen.findByRole('alert')).getByRole('button')).toBeTruthy()
  })
})

describe('what is shown', () => {
  const facts = history()
  const organisations = organisationsOf(facts)

  test('of a sector its partners, their ties and whom these lead to, with the figures of the whole', () => {
    const network = networkAt(facts, '2024-07')
    const shown = shownNetwork(network, organisations, { sector: 'finance', hasThin: false })
    expect(shown.partners.map(({ name, isOutside, ties }) => [name, isOutside, ties])).toEqual([
      ['Town Library', true, 2],
      ['Savings Bank', false, 1],
    ])
    expect(shown.ties.map(({ organisationIds }) => organisationIds)).toEqual([[libraryId, bankId]])
  })

  test('thin ties only when asked for', () => {
    const crowd = Array.from({ length: 16 }, (_, index) => `p${index}`)
    const fair = history({
      participations: crowd.map((organisationId) => ({
        initiativeId: 'one',
        organisationId,
        role: 'contributor',
        from: null,
        to: null,
      })),
    })
    const ties = (hasThin: boolean) =>
      shownNetwork(networkAt(fair, '2024-03'), organisationsOf(fair), { sector: undefined, hasThin }).ties.length
    expect([ties(false), ties(true)]).toEqual([0, 120])
  })

  test('the ties of a partner, the strongest first', () => {
    const ids = tiesOf(networkAt(facts, '2024-07'), schoolId).map(({ id, tie }) => [id, tie.strength])
    expect(ids).toEqual([
      [libraryId, 2],
      [clubId, 1],
    ])
  })

  test('months end with the present one, or where the records end', () => {
    const months = (through: string | null) =>
      monthsOfNetwork(history({ dataCompleteThrough: through }), '2024-02', '2024-07-15').at(-1)
    expect([months(null), months('2024-04-30'), months('2024-04-29'), months('2030-01-01')]).toEqual([
      '2024-07',
      '2024-05',
      '2024-04',
      '2024-07',
    ])
    expect(monthsOfNetwork(history(), null, '2024-07-15')).toEqual([])
  })

  test('an address that makes no sense says nothing', () => {
    expect(readNetworkSearch({ month: '2024-13', view: 'globe', sector: 'magic', thin: 0, partner: 3 })).toEqual({})
    expect(changedSearch({ view: 'table', sector: 'sport' }, { sector: undefined, thin: '1' })).toEqual({
      view: 'table',
      thin: '1',
    })
  })
})
