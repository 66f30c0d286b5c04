import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from './cast.ts'
import { thingsOf } from './given.ts'
import { rowsToOrder } from './rows-to-order.ts'
import { ask, startTestApp, type TestApp } from './test-app.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await thingsOf(test, cast.here)
  for (const [label, dueOn] of [
    ['Chairs for the hall', '2026-06-01'],
    ['Paint', '2026-08-01'],
  ])
    await post('/costs', { label, dueOn, amountMinor: 900, currency: 'EUR' })
  const { council } = cast.here.organisations
  await post(`/partners/${council}/mandates`, { endsOn: '2031-03-14', label: 'Election' })
  await post('/invitations', { email: 'nora@vik.example', displayName: 'Nora Vik', role: 'viewer' })
})
afterAll(() => test.close())

type Row = Record<string, unknown>
const post = (path: string, body: object) =>
  ask(test.app, {
    method: 'POST',
    url: `/communities/${cast.here.communityId}${path}`,
    token: cast.here.steward.token,
    body,
  })
async function listed(path: string): Promise<Row[]> {
  const answer = await ask(test.app, {
    url: `/communities/${cast.here.communityId}${path}`,
    token: cast.here.steward.token,
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ items: Row[] }>().items
}

/** Each filter finds all the rows of the whole list that fit, and no other; some fit and some do not. */
async function expectChosen(list: string, filter: string, fits: (row: Row) => boolean): Promise<void> {
  const all = await listed(`/${list}?limit=200`)
  const chosen = await listed(`/${list}?limit=200&${filter}`)
  expect(chosen).toEqual(all.filter(fits))
  expect([chosen.length > 0, chosen.length < all.length], `${list}?${filter}`).toEqual([true, true])
}

it('people by their role, and those who have none', async () => {
  await expectChosen('people', 'role=steward', ({ role }) => role === 'steward')
  await test.pool.query(`update roles set to_on = '2026-05-01' where person_id = $1`, [cast.here.viewer.personId])
  await expectChosen('people', 'role=none', ({ role }) => role === null)
})

it('costs by words and by the day they are due', async () => {
  await expectChosen('costs', 'q=CHAIR', ({ label }) => label === 'Chairs for the hall')
  await expectChosen('costs', 'from=2026-08-01', ({ dueOn }) => String(dueOn) >= '2026-08-01')
  await expectChosen('costs', 'to=2026-06-01', ({ dueOn }) => String(dueOn) <= '2026-06-01')
})

it('activity by kind of thing, by the organisation it was done for, and by day', async () => {
  await test.pool.query(`update activity set at = '2026-05-10T22:30:00Z' where verb = 'addCost'`)
  await expectChosen('activity', 'objectKind=cost', ({ objectKind }) => objectKind === 'cost')
  // Half past midnight in Copenhagen: the eleventh.
  await expectChosen('activity', 'to=2026-05-11', ({ verb }) => verb === 'addCost')
  await expectChosen('activity', 'from=2026-05-12', ({ verb }) => verb !== 'addCost')
  expect(await listed('/activity?from=2026-05-11&to=2026-05-11')).toHaveLength(2)
  expect(await listed('/activity?to=2026-05-10')).toEqual([])
  const { school } = cast.here.organisations
  await test.pool.query(`update activity set organisation_id = $1 where verb = 'addCost'`, [school])
  await test.pool.query(`update activity set organisation_id = null where verb <> 'addCost'`)
  await expectChosen('activity', `organisationId=${school}`, ({ verb }) => verb === 'addCost')
})

it('mandates by their body and by day, invitations by words and by what became of them, updates by who told', async () => {
  const { council, library } = cast.here.organisations
  await post(`/partners/${cast.here.organisations.school}/mandates`, { endsOn: '2032-01-01', label: 'Board' })
  await expectChosen('mandates', 'to=2031-12-31', ({ endsOn }) => String(endsOn) <= '2031-12-31')
  await expectChosen('mandates', `organisationId=${council}`, ({ organisationId }) => organisationId === council)
  await post('/invitations', { email: 'ole@berg.example', displayName: 'Ole Berg', role: 'viewer' })
  await test.pool.query(
    `update invitations set expires_at = '2026-05-01', sent_at = '2026-04-20' where email = 'ole@berg.example'`,
  )
  await expectChosen('invitations', 'q=berg', ({ displayName }) => displayName === 'Ole Berg')
  await expectChosen('invitations', 'state=expired', ({ state }) => state === 'expired')
  await expectChosen('invitations', 'state=open', ({ state }) => state === 'open')
  await test.pool.query(
    `insert into updates (community_id, id, initiative_id, organisation_id, posted_at, title, text, recorded_at)
     select community_id, gen_random_uuid(), initiative_id, $1, '2026-05-12', 'From us', 'All well', recorded_at from updates limit 1`,
    [library],
  )
  await expectChosen('updates', `organisationId=${library}`, ({ title }) => title === 'From us')
})

it('mandates by words of theirs and of their body, notices and answers by what they say and by who said it', async () => {
  await rowsToOrder(test, cast.here)
  await expectChosen('mandates', 'q=boar', ({ label }) => label === 'Board')
  await expectChosen('mandates', 'q=COUNCIL', ({ organisation }) => String(organisation).includes('Council'))
  await expectChosen('notices', 'q=HALL', ({ text }) => text === 'The hall is free')
  await test.pool.query(`update notices set from_person_id = $1 where body = 'Thank you'`, [cast.here.viewer.personId])
  await expectChosen('notices', `q=${cast.here.viewer.email.slice(0, 6)}`, ({ text }) => text === 'Thank you')
  await expectChosen('risks/handlings', 'q=funders', ({ note }) => note === 'Ask two more funders')
  await test.pool.query(
    `update flag_handlings set initiative_id = (select id from initiatives where community_id = $1 limit 1) where note = 'Meet'`,
    [cast.here.communityId],
  )
  await expectChosen('risks/handlings', 'q=repair', ({ note }) => note === 'Meet')
  await test.pool.query(`update activity set person_id = $1 where facts = '{}'`, [cast.here.viewer.personId])
  await expectChosen('activity', 'q=PAINT', ({ facts }) => JSON.stringify(facts).includes('Paint'))
  await expectChosen(
    'activity',
    `q=${cast.here.viewer.email.slice(0, 6)}`,
    ({ person }) => person === cast.here.viewer.email,
  )
  await expectChosen('activity', 'q=too%20late', ({ facts }) => JSON.stringify(facts).includes('Too late'))
  await expectChosen('reserves', 'from=2026-03-01&to=2026-03-31', ({ on }) => on === '2026-03-01')
  await expectChosen('risks/assessments', 'from=2025-02', ({ month }) => String(month) >= '2025-02')
  await expectChosen('risks/assessments', 'to=2025-02', ({ month }) => String(month) <= '2025-02')
})
