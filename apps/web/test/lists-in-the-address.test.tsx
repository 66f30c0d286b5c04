import { listAssessments, type Assessment } from '@commonweal/contracts/assessments'
import { listCosts, listReserves, type CostRow, type ReserveRow } from '@commonweal/contracts/finances'
import { listHandlings, type HandlingRow } from '@commonweal/contracts/handling'
import { listInitiatives } from '@commonweal/contracts/initiatives'
import { listInvitations, type Invitation } from '@commonweal/contracts/invitations'
import { listMandates, type Mandate } from '@commonweal/contracts/mandates'
import { listMilestones, type Milestone } from '@commonweal/contracts/milestones'
import { listNotices, type Notice } from '@commonweal/contracts/notices'
import { listPeople, type PersonRow } from '@commonweal/contracts/people'
import type { RouteSpec } from '@commonweal/contracts/route'
import { listUpdates, type Update } from '@commonweal/contracts/updates'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { libraryId, signedIn } from './given.ts'
import { renderAt } from './render-at.tsx'
import { answer, serve, type Answer } from './server.ts'

const id = '01900000-0000-7000-8000-0000000000d1'

interface Example {
  readonly at: string
  readonly route: RouteSpec
  readonly row: object
  /** What the address says, and the list is asked. */
  readonly search: Readonly<Record<string, string>>
  /** What the list is asked, where that is said otherwise. */
  readonly asks?: Readonly<Record<string, string>>
  /** An order by its words, and by its name in the address. */
  readonly order: readonly [words: string, name: string]
  /** How many rows it shows at once, where it asks for that. */
  readonly pageOf?: number
  readonly csv: string
}

const lists: readonly Example[] = [
  {
    at: 'people',
    route: listPeople,
    row: {
      id,
      displayName: 'Anna Weber',
      role: 'member',
      representations: [],
      since: '2024-03-01',
    } satisfies PersonRow,
    search: { q: 'anna', role: 'member', organisationId: libraryId },
    order: ['Here since, newest first', '-since'],
    csv: 'Name,Role,Acts for,Here since\r\nAnna Weber,Member,,2024-03-01\r\n',
  },
  {
    at: 'people/invitations',
    route: listInvitations,
    row: {
      id,
      email: 'anna@lindenmark.example',
      displayName: 'Anna Weber',
      role: 'member',
      organisationId: null,
      organisation: null,
      capacity: null,
      state: 'open',
      invitedBy: 'Miriam Vogel',
      sentAt: '2026-05-01T10:00:00.000Z',
      expiresAt: '2026-05-15T10:00:00.000Z',
    } satisfies Invitation,
    search: { q: 'anna', state: 'open' },
    order: ['Name, A to Z', 'name'],
    csv:
      'Name,E-mail,State,Role,Acts for,Sent,Open until,Invited by\r\n' +
      'Anna Weber,anna@lindenmark.example,Open,Member,,2026-05-01T10:00:00.000Z,2026-05-15T10:00:00.000Z,Miriam Vogel\r\n',
  },
  {
    at: 'finances/costs',
    route: listCosts,
    row: {
      id,
      initiativeId: null,
      initiative: null,
      dueOn: '2026-06-01',
      amountMinor: 123_450,
      currency: 'EUR',
      label: 'Chairs for the hall',
      revision: 1,
    } satisfies CostRow,
    search: { q: 'chairs', initiativeId: id, from: '2026-06-01', to: '2026-06-30' },
    order: ['Largest amount first', '-amount'],
    csv: 'What for,Of,Due on,Amount,Currency\r\nChairs for the hall,,2026-06-01,1234.50,EUR\r\n',
  },
  {
    at: 'finances/reserves',
    route: listReserves,
    row: { id, on: '2026-05-01', amountMinor: 900_000, currency: 'EUR' } satisfies ReserveRow,
    search: { from: '2026-05-01', to: '2026-05-31' },
    order: ['Smallest amount first', 'amount'],
    csv: 'Counted on,Amount,Currency\r\n2026-05-01,9000.00,EUR\r\n',
  },
  {
    at: 'initiatives/milestones',
    route: listMilestones,
    row: {
      id,
      initiativeId: id,
      initiative: 'Repair café',
      title: 'The first evening took place',
      dueOn: '2026-06-01',
      reachedOn: '2026-05-20',
      droppedOn: null,
      note: 'Forty came',
      standing: 'reached',
      revision: 1,
    } satisfies Milestone,
    search: { q: 'evening', standing: 'reached', initiativeId: id, from: '2026-06-01', to: '2026-06-30' },
    order: ['Title, Z to A', '-title'],
    csv:
      'What is done then,How it stands,Initiative,By which day,Reached or dropped,What was said\r\n' +
      'The first evening took place,Reached,Repair café,2026-06-01,2026-05-20,Forty came\r\n',
  },
  {
    at: 'initiatives/updates',
    route: listUpdates,
    row: {
      id,
      initiativeId: id,
      initiative: 'Repair café',
      title: 'It goes well',
      text: '=1+1',
      postedAt: '2026-05-01T10:00:00.000Z',
      person: null,
      organisationId: libraryId,
      organisation: 'Town Library',
      files: [],
      revision: 1,
    } satisfies Update,
    search: { q: 'well', initiativeId: id, organisationId: libraryId },
    order: ['Earliest first', 'posted'],
    csv:
      'Title,Initiative,When,Told by,Told for,Files,Text\r\n' +
      "It goes well,Repair café,2026-05-01T10:00:00.000Z,,Town Library,0,'=1+1\r\n",
  },
  {
    at: 'partners/mandates',
    route: listMandates,
    row: {
      id,
      organisationId: libraryId,
      organisation: 'Town Council',
      endsOn: '2027-03-14',
      label: 'Council election',
      revision: 1,
    } satisfies Mandate,
    search: { q: 'election', organisationId: libraryId, from: '2027-01-01', to: '2027-12-31' },
    order: ['Latest first', '-ends'],
    csv: 'What happens on the day,Organisation,Day\r\nCouncil election,Town Council,2027-03-14\r\n',
  },
  {
    at: 'vital-signs/answers',
    route: listHandlings,
    row: {
      id,
      flag: 'funding',
      kind: 'accept',
      at: '2026-05-01T10:00:00.000Z',
      month: '2026-04',
      level: 'warning',
      person: 'Anna Weber',
      note: 'Until the new grant',
      untilOn: '2026-12-31',
      reviewOn: null,
      initiativeId: null,
      initiative: null,
    } satisfies HandlingRow,
    search: { q: 'grant', flag: 'funding', kind: 'accept' },
    order: ['Earliest first', 'at'],
    csv:
      'Flag,Answer,Level then,What was said,With,When,By whom,Month of the reading,When we look whether it helped,Until which day\r\n' +
      'Funding dependency,Accepted for a time,Warning,Until the new grant,,2026-05-01T10:00:00.000Z,Anna Weber,2026-04,,2026-12-31\r\n',
  },
  {
    at: 'vital-signs/record',
    route: listAssessments,
    row: {
      id,
      month: '2026-04',
      position: 2,
      assessedAt: '2026-05-01T00:01:00.000Z',
      knownOn: '2026-04-30',
      engine: '7',
      parametersVersion: '3',
      stagnation: { level: 'watch', heldLevel: 'watch', score: 0.25, onset: '2026-02' },
      funding: { level: 'insufficient-data', heldLevel: 'none', score: null, onset: null },
    } satisfies Assessment,
    search: { from: '2026-01', to: '2026-06' },
    order: ['Earliest month first', 'month'],
    csv:
      'Month,Assessment,Network stagnation,Network stagnation: Held,Network stagnation: Score,Network stagnation: Since,' +
      'Funding dependency,Funding dependency: Held,Funding dependency: Score,Funding dependency: Since,' +
      'Facts known until,Said on,Rules,Thresholds\r\n' +
      '2026-04,Revision 2,Watch,Watch,0.25,2026-02,Not enough data,Clear,,,2026-04-30,2026-05-01T00:01:00.000Z,7,3\r\n',
  },
  {
    at: 'notices',
    route: listNotices,
    row: {
      id,
      kind: 'message',
      at: '2026-05-01T10:00:00.000Z',
      isRead: false,
      from: 'Anna Weber',
      fromOrganisation: 'Town School',
      objectKind: 'partner',
      objectId: libraryId,
      title: 'Town Library',
      outcome: null,
      text: 'Is the hall free?',
    } satisfies Notice,
    search: { q: 'hall', show: 'unread' },
    asks: { q: 'hall', isRead: 'false' },
    order: ['Earliest first', 'at'],
    pageOf: 30,
    csv:
      'When,What,From,For,Text,Read\r\n' +
      '2026-05-01T10:00:00.000Z,A message about Town Library,Anna Weber,Town School,Is the hall free?,No\r\n',
  },
]

let saved: Blob[] = []
beforeEach(() => {
  saved = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob)
    return 'blob:here'
  })
})
afterEach(() => vi.restoreAllMocks())

describe.each(lists)('$at', ({ at, route, row, search, asks = search, order: [words, name], pageOf, csv }) => {
  test('what the address says is asked for, an order is kept in it, and a table can be taken out', async () => {
    const asked: object[] = []
    const list: Answer = {
      route,
      give: ({ query }) => {
        asked.push(query)
        return { items: [row], nextCursor: null }
      },
    }
    serve([list, ...others(route)])
    const { user, router } = renderAt(`/c/lindenmark/${at}?${new URLSearchParams(search)}&sort=nothing&other=1`)
    await user.selectOptions(await screen.findByLabelText('Sort by'), words)
    await waitFor(() => expect(router.state.location.search).toEqual({ ...search, sort: name }))
    const limit = pageOf ? { limit: String(pageOf) } : {}
    await waitFor(() => expect(asked).toContainEqual({ ...asks, ...limit, sort: name }))
    expect(asked).toContainEqual({ ...asks, ...limit })

    await user.click(await screen.findByRole('button', { name: /^Download \(CSV\)/ }))
    await waitFor(() => expect(asked).toContainEqual({ ...asks, sort: name, limit: '200' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(await saved[0]?.text()).toBe(csv)
  })
})

/** Whatever else the pages ask for: themselves signed in, and nothing of other nouns. */
function others(route: RouteSpec): Answer[] {
  const initiatives = answer(listInitiatives, () => ({ items: [], nextCursor: null }))
  return [initiatives, ...signedIn('steward')].filter((one) => one.route !== route)
}
