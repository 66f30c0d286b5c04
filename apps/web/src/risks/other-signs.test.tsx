import * as contract from '@commonweal/contracts/risks'
import type { Role } from '@commonweal/domain/access/permissions'
import type { History } from '@commonweal/domain/risks/history'
import { personSigns, withoutPersons } from '@commonweal/domain/risks/secondary/person-signs'
import { secondaryInForce, wantedIn } from '@commonweal/domain/risks/secondary/secondary-in-force'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, schoolId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const page = '/c/lindenmark/vital-signs'
const clubId = '01900000-0000-7000-8000-0000000000c1'
const ada = '01900000-0000-7000-8000-0000000000aa'

/** Six initiatives of the school and the library that run on, all coordinated by one person; the library is a public body. */
function history(changes: Partial<History> = {}): History {
  const ids = Array.from({ length: 6 }, (_, index) => `initiative-${index}`)
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: [
      { id: libraryId, name: 'Town Library', sector: 'culture', legalStatus: 'public', parentId: null },
      { id: clubId, name: 'Chess Club', sector: 'social', legalStatus: 'civic', parentId: null },
      { id: schoolId, name: 'Hill School', sector: 'education', legalStatus: 'civic', parentId: null },
    ],
    memberships: null,
    initiatives: ids.map((id) => ({
      id,
      title: id,
      kind: 'joint',
      startedOn: '2022-01-10',
      plannedEndOn: '2027-01-01',
      endedOn: null,
      endState: null,
    })),
    participations: ids.flatMap((initiativeId) =>
      [libraryId, schoolId, clubId].map((organisationId) => ({
        initiativeId,
        organisationId,
        role: organisationId === libraryId ? 'lead' : 'contributor',
        from: null,
        to: null,
      })),
    ),
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
    coordinations: ids.map((initiativeId) => ({ initiativeId, personId: ada, from: null, to: null, hours: null })),
    coreSectors: ['culture', 'sport'],
    mandates: [{ organisationId: libraryId, endsOn: '2024-06-01', label: 'Council election' }],
    ...changes,
  }
}

const community = 'lindenmark'
const names = { [libraryId]: 'Town Library', [schoolId]: 'Hill School' }

async function open(role: Role, told = history(), versions: readonly ThresholdVersion[] = []) {
  const signs = secondaryInForce(told, '2022-02', '2024-02', versions)
  const shown = signs.months.map((one) => {
    const seen = withoutPersons(one)
    return { ...seen, flags: wantedIn(seen.flags, signs.thresholds, seen.month) }
  })
  const flags = timelineInForce(told, '2022-02', '2024-02', versions)
  serve([
    ...signedIn(role),
    answer(contract.readTimeline, () => ({ community, ...flags }) as never),
    answer(contract.readSecondaryTimeline, () => ({ community, ...signs, months: shown, names }) as never),
    answer(
      contract.readPersonSigns,
      () =>
        ({
          months: signs.months.map((one) => ({ month: one.month, flags: personSigns(one, role === 'steward') })),
          names: role === 'steward' ? { [ada]: 'Ada Brenner' } : {},
        }) as never,
    ),
  ])
  renderAt(page)
  return screen.findByRole('region', { name: 'Other signs' }, { timeout: 8000 })
}

const item = (region: HTMLElement, name: string) =>
  within(region).getByRole('heading', { name }).closest('li') ?? document.body

test('each sign says its level, a sentence, what it rests on, and that judgement drew its lines', async () => {
  const region = await open('viewer')
  const sectors = item(region, 'Across sectors')
  expect(within(sectors).getByText('Watch')).toBeTruthy()
  expect(sectors.textContent).toContain(
    'No partner of these sectors has been active for twelve months, though the community wants them: Sport.',
  )
  expect(sectors.textContent).toContain('18 participations')
  expect(sectors.textContent).toContain('Set by judgement')
  const leads = item(region, 'Public bodies lead')
  expect(within(leads).getByText('Critical')).toBeTruthy()
  expect(leads.textContent).toContain('Public bodies hold 100% of the lead roles.')
  expect(leads.textContent).toContain('At Town Library those who lead change in 121 days.')
})

test('what tells of persons is named to a steward, told in figures to a coordinator, and kept from others', async () => {
  const steward = await open('steward')
  const carried = item(steward, 'On few shoulders')
  expect(await within(carried).findByText('One person holds half of the coordination.')).toBeTruthy()
  expect(carried.textContent).toContain('Ada Brenner')
})

test('a coordinator sees figures, and no name', async () => {
  const carried = item(await open('coordinator'), 'On few shoulders')
  expect(await within(carried).findByText('One person holds half of the coordination.')).toBeTruthy()
  expect(carried.textContent).not.toContain('Ada')
})

test('a viewer sees the level only, and why', async () => {
  const carried = item(await open('viewer'), 'On few shoulders')
  expect(within(carried).getByText('Critical')).toBeTruthy()
  expect(carried.textContent).toContain('shown to those who look after the network')
  expect(carried.textContent).not.toContain('One person')
})

test('too little data says so with its reason; what is not wanted to be judged says that', async () => {
  const region = await open('viewer', history({ wantsIndependence: false }))
  const places = item(region, 'Places to meet')
  expect(places.textContent).toContain('Not enough data. The community does not keep these records.')
  expect(item(region, 'Public bodies lead').textContent).toContain('does not want this to be judged')
})

test('a sign the community has switched off says so, and nothing of what it would read', async () => {
  const off: ThresholdVersion = { from: '2024-01', position: 1, values: { switchedOff: ['sector-failure'] } }
  const sectors = item(await open('viewer', history(), [off]), 'Across sectors')
  expect(sectors.textContent).toContain('The community has switched this sign off.')
  expect(within(sectors).queryByText('Watch')).toBeNull()
  expect(sectors.textContent).not.toContain('Sport')
})

test('the measures that are only shown come with their formulas', async () => {
  await open('viewer')
  const measures = screen.getByRole('region', { name: 'Measures shown, not judged' })
  expect(measures.textContent).toContain('Turnover of ties')
  expect(measures.textContent).toContain('Groups of partners with no tie between them.')
  expect(measures.textContent).toContain('No income is known for these twelve months.')
})

test('a failure of the signs leaves the two flags standing', async () => {
  const flags = timelineInForce(history(), '2022-02', '2024-02', [])
  serve([
    ...signedIn('viewer'),
    answer(contract.readTimeline, () => ({ community, ...flags }) as never),
    answer(contract.readSecondaryTimeline, () => {
      throw new Refusal('not-ready')
    }),
  ])
  renderAt(page)
  expect(await screen.findByRole('button', { name: 'Try again' }, { timeout: 8000 })).toBeTruthy()
  expect(screen.getByRole('heading', { name: /^Now:/ })).toBeTruthy()
})
