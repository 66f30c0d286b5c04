import * as contract from '@commonweal/contracts/risks'
import type { Role } from '@commonweal/domain/access/permissions'
import type { History } from '@commonweal/domain/risks/history'
import { explainSign } from '@commonweal/domain/risks/explain-signs/explain-sign'
import { personSigns, withoutPersons } from '@commonweal/domain/risks/secondary/person-signs'
import { secondaryInForce, wantedIn } from '@commonweal/domain/risks/secondary/secondary-in-force'
import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { libraryId, schoolId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { type Answer, answer, Refusal, serve } from '../../test/server.ts'

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
/** As the server names persons: to stewards. */
const explained = (role: Role, told: History, sign: SecondaryFlagName, month = '2024-02') => ({
  community,
  ...explainSign(told, sign, month, [], role === 'steward'),
  names: { ...names, 'initiative-0': 'initiative-0', ...(role === 'steward' ? { [ada]: 'Ada Brenner' } : {}) },
})

async function open(
  role: Role,
  told = history(),
  versions: readonly ThresholdVersion[] = [],
  more: readonly Answer[] = [],
) {
  const signs = secondaryInForce(told, '2022-02', '2024-02', versions)
  const shown = signs.months.map((one) => {
    const seen = withoutPersons(one)
    return { ...seen, flags: wantedIn(seen.flags, signs.thresholds, seen.month) }
  })
  const flags = timelineInForce(told, '2022-02', '2024-02', versions)
  serve([
    ...signedIn(role),
    ...more,
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
    answer(contract.explainSign, ({ params, query }) => explained(role, told, params.sign, query.month) as never),
    answer(contract.explainPersonSign, ({ params, query }) => explained(role, told, params.sign, query.month) as never),
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
  expect(leads.textContent).toContain(
    'At Town Library those who lead change on 1 Jun 2024, 121 days after this reading.',
  )
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
  expect(within(measures).queryByRole('img')).toBeNull()
  await userEvent.click(within(measures).getByText('The measures, and their course'))
  const curve = await within(measures).findByRole('img', { name: /^Ties, / })
  expect(curve.getAttribute('aria-label')).toMatch(/ to \w+ 2024: between \d+ and \d+\. Last month: \d+\.$/)
  expect(within(measures).queryByRole('img', { name: /^HHI/ })).toBeNull()
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

/** What is under "How it is worked out" of a sign, once it is unfolded. */
async function unfold(sign: HTMLElement): Promise<HTMLElement> {
  await userEvent.click(within(sign).getByText('How it is worked out, and what helps'))
  const title = await within(sign).findByRole('heading', { name: 'What drives it most' })
  return title.parentElement ?? document.body
}

test('what drives a sign is asked for when it is unfolded: each fact with a link, and the figure without it', async () => {
  const leads = item(await open('viewer'), 'Public bodies lead')
  expect(leads.textContent).not.toContain('6 lead roles')
  const drivers = await unfold(leads)
  const library = await within(drivers).findByRole('link', { name: 'Town Library' })
  expect(library.getAttribute('href')).toBe(`/c/lindenmark/partners/${libraryId}`)
  expect(drivers.textContent).toContain('6 lead roles, 100% of all')
  // Without the library nobody leads, and there is no share left to read.
  expect(drivers.textContent).toContain('everything rests on it')
  expect(drivers.textContent).toContain('Without it could not be read: Lead roles')
  expect(drivers.textContent).toMatch(/Tried \d+ of \d+ facts/)
})

test('what would lower a sign says what has to happen, by when, and what it would read then', async () => {
  const leads = item(await open('viewer'), 'Public bodies lead')
  await unfold(leads)
  const title = await within(leads).findByRole('heading', { name: 'What would lower it' })
  const lower = title.parentElement?.textContent ?? ''
  // The library leads all six; with one more lead six of seven, below nine tenths.
  expect(lower).toContain('1 time another partner leads along')
  expect(lower).toContain('initiative-0')
  expect(lower).toContain('Done by 29 Feb 2024: “Warning” instead of “Critical”.')
  const sectors = item(screen.getByRole('region', { name: 'Other signs' }), 'Across sectors')
  await unfold(sectors)
  expect(await within(sectors).findByText(/Among them: Sport\./)).toBeTruthy()
})

test('where none of the events tried would lower a sign it says that, and where nothing is raised', async () => {
  const still = answer(contract.explainSign, ({ params }) => {
    const answered = explained('viewer', history(), params.sign)
    return (params.sign === 'youth' ? { ...answered, score: 0 } : { ...answered, ways: [] }) as never
  })
  const region = await open('viewer', history(), [], [still])
  const leads = item(region, 'Public bodies lead')
  await unfold(leads)
  expect(await within(leads).findByText(/None of the events tried/)).toBeTruthy()
  const youth = item(region, 'Young people')
  await unfold(youth)
  expect(await within(youth).findByText('There is nothing to lower.')).toBeTruthy()
})

test('a person who drives a sign is named to a steward, and to nobody else', async () => {
  const drivers = await unfold(item(await open('steward'), 'On few shoulders'))
  const person = await within(drivers).findByRole('link', { name: 'Ada Brenner' })
  expect(person.getAttribute('href')).toBe(`/c/lindenmark/people/${ada}`)
  expect(drivers.textContent).toContain('6 coordinations of these twelve months, 100% of all')
})

test('a coordinator is told which other facts drive it', async () => {
  const drivers = await unfold(item(await open('coordinator'), 'On few shoulders'))
  await waitFor(() => expect(drivers.textContent).toMatch(/Tried \d+ of \d+ facts/))
  expect(drivers.textContent).not.toContain('Person')
  expect(within(drivers).queryByRole('link', { name: /Brenner/ })).toBeNull()
})

test('a sign of which a person sees the level only has nothing to unfold of what drives it', async () => {
  const carried = item(await open('viewer'), 'On few shoulders')
  await userEvent.click(within(carried).getByText('How it is worked out, and what helps'))
  expect(within(carried).queryByRole('heading', { name: 'What drives it most' })).toBeNull()
})

test('a sign that was not read has nothing to leave out', async () => {
  const drivers = await unfold(item(await open('viewer'), 'Places to meet'))
  expect(drivers.textContent).toContain('Without a reading there is nothing to leave out.')
})

test('who may not know how persons are engaged is told so', async () => {
  const told = history({
    coordinations: history().coordinations?.map((one) => ({ ...one, hours: 40 })) ?? null,
    representations: [
      { personId: ada, organisationId: schoolId, capacity: 'partner', isPaid: false, from: null, to: null },
    ],
  })
  const drivers = await unfold(item(await open('coordinator', told), 'Unpaid coordination'))
  expect(await within(drivers).findByText(/It is shown to stewards/)).toBeTruthy()
})

test('what drives a sign that does not load says so, and can be asked for again', async () => {
  let isDown = true
  const failing = answer(contract.explainSign, ({ params }) => {
    if (isDown) throw new Refusal('not-ready')
    return explained('viewer', history(), params.sign) as never
  })
  const drivers = await unfold(item(await open('viewer', history(), [], [failing]), 'Public bodies lead'))
  const again = await within(drivers).findByRole('button', { name: 'Try again' }, { timeout: 8000 })
  isDown = false
  await userEvent.click(again)
  expect(await within(drivers).findByRole('link', { name: 'Town Library' })).toBeTruthy()
})

test('where no single fact moves a sign it says that', async () => {
  const still = answer(contract.explainSign, ({ params }) => {
    const { drivers, ...rest } = explained('viewer', history(), params.sign)
    return { ...rest, drivers: { ...drivers, raising: [], holding: [] } } as never
  })
  const drivers = await unfold(item(await open('viewer', history(), [], [still]), 'Public bodies lead'))
  expect(await within(drivers).findByText(/No single fact drives it/)).toBeTruthy()
})
