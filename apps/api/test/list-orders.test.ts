import { activitySorts } from '@commonweal/contracts/activity'
import { assessmentSorts } from '@commonweal/contracts/assessments'
import { costSorts, reserveSorts } from '@commonweal/contracts/finances'
import { handlingSorts } from '@commonweal/contracts/handling'
import { invitationSorts } from '@commonweal/contracts/invitations'
import { mandateSorts } from '@commonweal/contracts/mandates'
import { milestoneSorts } from '@commonweal/contracts/milestones'
import { noticeSorts } from '@commonweal/contracts/notices'
import { personSorts, type PersonRow } from '@commonweal/contracts/people'
import { updateSorts } from '@commonweal/contracts/updates'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from './cast.ts'
import { rowsToOrder } from './rows-to-order.ts'
import { thingsOf } from './given.ts'
import { ask, startTestApp, type TestApp } from './test-app.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await thingsOf(test, cast.here)
  await rowsToOrder(test, cast.here)
})
afterAll(() => test.close())

interface Row {
  readonly id: string
  readonly [field: string]: unknown
}

async function page(list: string, query: Readonly<Record<string, string>>) {
  const answer = await ask(test.app, {
    url: `/communities/${cast.here.communityId}/${list}?${new URLSearchParams(query).toString()}`,
    token: cast.here.steward.token,
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ items: Row[]; nextCursor: string | null }>()
}

/** The list as it comes in pages of two. */
async function inPages(list: string, sort: string): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const { items, nextCursor } = await page(list, { sort, limit: '2', ...(cursor ? { cursor } : {}) })
    rows.push(...items)
    cursor = nextCursor
  } while (cursor)
  return rows
}

const lower = (field: string) => (row: Row) => String(row[field]).toLowerCase()
const asText = (field: string) => (row: Row) => String(row[field])
const asAmount = (row: Row) => String(row['amountMinor']).padStart(20, '0')
/** A milestone without a day is due after all others. */
const due = ({ dueOn }: Row) => (typeof dueOn === 'string' ? dueOn : '~')

/** Who acts for nobody comes after all others. */
const actsFor = ({ representations }: Row) =>
  (representations as PersonRow['representations'])
    .filter(({ to }) => to === null || to > '2026-05-15')
    .map(({ organisation }) => organisation.toLowerCase())
    .toSorted()[0] ?? '~'
const since = (row: Row) => (typeof row['since'] === 'string' ? row['since'] : '~')

const lists: Readonly<Record<string, readonly [readonly string[], Readonly<Record<string, (row: Row) => string>>]>> = {
  people: [personSorts, { name: lower('displayName'), organisation: actsFor, since }],
  invitations: [invitationSorts, { sent: asText('sentAt'), name: lower('displayName') }],
  costs: [costSorts, { due: asText('dueOn'), amount: asAmount }],
  reserves: [reserveSorts, { on: asText('on'), amount: asAmount }],
  milestones: [milestoneSorts, { due, title: lower('title') }],
  updates: [updateSorts, { posted: asText('postedAt'), title: lower('title') }],
  mandates: [mandateSorts, { ends: asText('endsOn') }],
  activity: [activitySorts, { at: asText('at') }],
  notices: [noticeSorts, { at: asText('at') }],
  'risks/handlings': [handlingSorts, { at: asText('at') }],
  'risks/assessments': [assessmentSorts, { month: asText('month') }],
}

describe.each(Object.entries(lists))('%s', (list, [sorts, keys]) => {
  it.each(sorts)('come in the order %s, page after page', async (sort) => {
    const keyOf = keys[sort.replace('-', '')]
    if (!keyOf) throw new Error(`${list}: nothing says what ${sort} goes by`)
    const { items } = await page(list, { limit: '200' })
    const ordered = items.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || compare(a.id, b.id))
    const expected = sort.startsWith('-') ? ordered.toReversed() : ordered
    expect(new Set(items.map(keyOf)).size, 'values that differ').toBeGreaterThan(1)
    expect(new Set(items.map(keyOf)).size, 'a tie').toBeLessThan(items.length)
    expect((await inPages(list, sort)).map(keyOf)).toEqual(expected.map(keyOf))
    expect((await inPages(list, sort)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  })
})

it('without an order each list keeps the one it had', async () => {
  const usual: Record<string, string> = {
    people: 'name',
    invitations: '-sent',
    costs: '-due',
    reserves: '-on',
    milestones: 'due',
    updates: '-posted',
    mandates: 'ends',
    activity: '-at',
    notices: '-at',
    'risks/handlings': '-at',
    'risks/assessments': '-month',
  }
  expect(Object.keys(usual)).toEqual(Object.keys(lists))
  for (const [list, sort] of Object.entries(usual))
    expect(await page(list, {}), list).toEqual(await page(list, { sort }))
})

it('a cursor of one order is not taken for another', async () => {
  const { nextCursor } = await page('costs', { sort: 'due', limit: '1' })
  const answer = await ask(test.app, {
    url: `/communities/${cast.here.communityId}/costs?sort=amount&cursor=${nextCursor}`,
    token: cast.here.steward.token,
  })
  expect(answer.statusCode).toBe(400)
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
