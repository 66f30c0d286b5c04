import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/test-database.ts'
import {
  countOf,
  exportTexts,
  faultsOf,
  importTexts,
  least,
  NOW,
  type Texts,
} from '../../test/packages/package-work.ts'
import { connect } from '../database/connect.ts'

const LATER = new Date('2026-06-01T10:00:00Z')
const none = { added: 0, changed: 0, unchanged: 0, conflicts: 0, absent: 0 }
const databases: TestDatabase[] = []
let pool: pg.Pool

beforeEach(async () => {
  await pool?.end()
  const database = await createTestDatabase()
  databases.push(database)
  pool = connect({ databaseUrl: database.databaseUrl, maxConnections: 3 })
})
afterAll(async () => {
  await pool.end()
  await Promise.all(databases.map((database) => database.drop()))
})

const one = async (text: string): Promise<Record<string, unknown>> =>
  (await pool.query<Record<string, unknown>>(text)).rows[0] ?? {}
const changed = (file: string, from: string, to: string): Texts => ({
  ...least,
  [file]: (least[file] ?? '').replace(from, to),
})

describe('importing again', () => {
  it('the same package changes nothing, whatever the order of its lines', async () => {
    const texts = {
      ...least,
      'reserves.csv': 'on,amount_minor,currency\n2021-01-01,5,EUR\n2021-01-01,7,EUR\n2021-01-01,5,EUR\n',
    }
    const first = await importTexts(pool, texts)
    expect(countOf(first, 'reserves.csv')).toEqual({ ...none, added: 3 })
    const before = await one(`select json_agg(o order by file, row_id)::text as all from origins o`)
    const shuffled = {
      ...texts,
      'reserves.csv': 'currency,on,amount_minor\nEUR,2021-01-01,7\nEUR,2021-01-01,5\nEUR,2021-01-01,5\n',
    }
    const again = await importTexts(pool, shuffled, { now: LATER })
    for (const count of again.counts) expect(count).toMatchObject({ added: 0, changed: 0, conflicts: 0, absent: 0 })
    expect(await one(`select json_agg(o order by file, row_id)::text as all from origins o`)).toEqual(before)
    expect(await one('select count(*)::int as n from versions')).toEqual({ n: 0 })
  })

  it('a newer package updates, from this moment on; what it said before is kept', async () => {
    await importTexts(pool, least)
    const report = await importTexts(pool, changed('organisations.csv', 'Library', 'Town Library'), { now: LATER })
    expect(countOf(report, 'organisations.csv')).toEqual({ ...none, changed: 1, unchanged: 1 })
    expect(
      await one(`select recorded_at, is_recorded_assumed, revision from organisations where name = 'Town Library'`),
    ).toEqual({
      recorded_at: LATER,
      is_recorded_assumed: false,
      revision: 2,
    })
    expect(await one(`select image->>'name' as name, recorded_to from versions`)).toEqual({
      name: 'Library',
      recorded_to: LATER,
    })
  })

  it('a column changed here stays, another changed there is taken', async () => {
    await importTexts(pool, least)
    await pool.query(`update organisations set brings = 'rooms', name = 'The Library' where name = 'Library'`)
    const report = await importTexts(pool, changed('organisations.csv', 'culture', 'education'), { now: LATER })
    expect(report.conflicts).toEqual([])
    expect(await one(`select name, sector, brings from organisations where brings = 'rooms'`)).toEqual({
      name: 'The Library',
      sector: 'education',
      brings: 'rooms',
    })
  })

  it('a row changed on both sides is listed and left as it is here, until they agree', async () => {
    await importTexts(pool, least)
    await pool.query(`update organisations set name = 'Our Library' where name = 'Library'`)
    const theirs = changed('organisations.csv', 'Library,culture', 'Their Library,education')
    const report = await importTexts(pool, theirs, { now: LATER })
    expect(report.status).toBe('done')
    expect(countOf(report, 'organisations.csv')).toEqual({ ...none, unchanged: 1, conflicts: 1 })
    expect(report.conflicts).toEqual([
      { file: 'organisations.csv', line: 2, column: 'name', code: 'changed-on-both-sides', value: 'Their Library' },
    ])
    expect(await one(`select name, sector from organisations where name like '%Library'`)).toEqual({
      name: 'Our Library',
      sector: 'culture',
    })
    await pool.query(`update organisations set name = 'Their Library' where name = 'Our Library'`)
    expect(countOf(await importTexts(pool, theirs, { now: LATER }), 'organisations.csv')).toEqual({
      ...none,
      changed: 1,
      unchanged: 1,
    })
  })

  it('rows the package no longer has are listed and stay', async () => {
    await importTexts(pool, least)
    const report = await importTexts(pool, {
      ...least,
      'organisations.csv': 'id,name,sector,joined_on\no2,Club,sport,\n',
    })
    expect(report.absent.map(({ file, value }) => `${file} ${value}`)).toEqual([
      'memberships.csv o1|active',
      'organisations.csv o1',
    ])
    expect(await one('select count(*)::int as n from organisations')).toEqual({ n: 2 })
  })

  it('leaving closes the membership and opens the next one; a corrected day of joining corrects it', async () => {
    await importTexts(pool, least)
    const left = {
      ...least,
      'organisations.csv':
        'id,name,sector,joined_on,left_on,leave_reason\no1,Library,culture,2019-06-01,2026-01-01,moved\no2,Club,sport,,,\n',
    }
    const report = await importTexts(pool, left, { now: LATER })
    expect([report.status, countOf(report, 'memberships.csv')]).toEqual(['done', { ...none, added: 1, changed: 1 }])
    const { rows } = await pool.query('select state, from_on, to_on, reason from memberships order by from_on')
    expect(rows).toEqual([
      { state: 'active', from_on: '2019-06-01', to_on: '2026-01-01', reason: null },
      { state: 'left', from_on: '2026-01-01', to_on: null, reason: 'moved' },
    ])
  })

  it('a package with fewer columns leaves the others as they are', async () => {
    await importTexts(pool, {
      ...least,
      'organisations.csv': 'id,name,sector,legal_status,website\no1,Library,culture,public,https://a.example\n',
    })
    const report = await importTexts(pool, {
      ...least,
      'organisations.csv': 'id,name,sector\no1,Town Library,culture\n',
    })
    expect(report.conflicts).toEqual([])
    expect(await one('select name, legal_status, website from organisations')).toEqual({
      name: 'Town Library',
      legal_status: 'public',
      website: 'https://a.example',
    })
  })

  it('a state nobody wrote does not change with the calendar, and follows an end that is told later', async () => {
    const soon = changed('initiatives.csv', '2021-01-01', '2026-05-20')
    await importTexts(pool, soon)
    expect(await one('select state from initiatives')).toEqual({ state: 'seeking-partners' })
    expect(countOf(await importTexts(pool, soon, { now: LATER }), 'initiatives.csv')).toEqual({ ...none, unchanged: 1 })
    const ended = {
      ...soon,
      'initiatives.csv': 'id,title,kind,started_on,ended_on\ni1,Reading,joint,2026-05-20,2026-05-30\n',
    }
    expect((await importTexts(pool, ended, { now: LATER })).conflicts).toEqual([])
    expect(await one('select state, ended_on from initiatives')).toEqual({ state: 'completed', ended_on: '2026-05-30' })
  })

  it('an own export comes back over changes made since: only what nobody changed is taken', async () => {
    const { communityId } = await importTexts(pool, least)
    await pool.query(`insert into costs (community_id, id, due_on, amount_minor, currency, label, recorded_at)
      select id, '018f4a4e-0000-7000-8000-00000000000b', '2026-01-01', 100, 'EUR', 'Tea', '2026-01-02T00:00:00Z' from communities`)
    const exported = await exportTexts(pool, communityId ?? '')
    expect(countOf(await importTexts(pool, exported), 'costs.csv')).toEqual({ ...none, unchanged: 1 })
    const edited = { ...exported, 'costs.csv': (exported['costs.csv'] ?? '').replace(',100,', ',200,') }
    await pool.query(`update costs set label = 'Coffee', recorded_at = '2026-03-01T00:00:00Z'`)
    const report = await importTexts(pool, edited)
    expect(report.conflicts.map(({ column }) => column)).toEqual(['amount_minor', 'label'])
    expect(await one('select label, amount_minor from costs')).toEqual({ label: 'Coffee', amount_minor: 100 })
  })

  it('the description of the community follows as well; another currency or zone is refused', async () => {
    await importTexts(pool, least)
    await importTexts(pool, changed('community.json', '"Least"', '"At Least"'))
    expect(await one('select name, revision from communities')).toEqual({ name: 'At Least', revision: 2 })
    const moved = changed('community.json', 'Europe/Copenhagen', 'Europe/Lisbon')
    expect(
      faultsOf(
        await importTexts(pool, { ...moved, 'community.json': (moved['community.json'] ?? '').replace('EUR', 'DKK') }),
      ),
    ).toEqual(['community.json:- currency currency-differs', 'community.json:- timezone timezone-differs'])
  })
})

describe('what only the community knows', () => {
  it('rows of the package meet rows it does not have: a fault with its line, and nothing is changed', async () => {
    const { communityId } = await importTexts(pool, {
      ...least,
      'spaces.csv': 'id,name,kind\ns1,Hall,physical\n',
      'bookings.csv':
        'id,space_id,organisation_id,starts_at,ends_at,status\nb1,s1,o1,2026-01-01T10:00:00Z,2026-01-01T11:00:00Z,confirmed\n',
    })
    const clash = {
      ...least,
      'bookings.csv':
        'id,space_id,organisation_id,starts_at,ends_at,status\nb2,s1,o1,2026-01-01T10:30:00Z,2026-01-01T11:30:00Z,confirmed\n',
    }
    expect(faultsOf(await importTexts(pool, clash))).toEqual(['bookings.csv:2 - bookings-overlap'])
    const member = {
      ...least,
      'organisations.csv': 'id,name,sector\no1,Library,culture\n',
      'memberships.csv': 'id,organisation_id,state,from\nm9,o1,paused,2022-01-01\n',
    }
    const refused = await importTexts(pool, member, { target: { kind: 'into', communityId: communityId ?? '' } })
    expect(refused.faults).toEqual([
      expect.objectContaining({ file: 'memberships.csv', line: 2, code: expect.stringMatching(/^memberships_/) }),
    ])
    expect(
      await one(
        'select (select count(*)::int from bookings) as bookings, (select count(*)::int from memberships) as memberships',
      ),
    ).toEqual({ bookings: 1, memberships: 1 })
  })

  it('a package of another name brings its rows, not its description', async () => {
    const { communityId } = await importTexts(pool, least)
    const other = changed('community.json', '"slug":"least","name":"Least"', '"slug":"other","name":"Other"')
    const report = await importTexts(pool, other, { target: { kind: 'into', communityId: communityId ?? '' } })
    expect(report.warnings.map(({ code }) => code)).toEqual(['description-not-applied'])
    expect(countOf(report, 'organisations.csv')).toEqual({ ...none, added: 2 })
    expect(await one('select name, (select count(*)::int from organisations) as n from communities')).toEqual({
      name: 'Least',
      n: 4,
    })
  })
})

describe('what a package leaves open', () => {
  it('a kind without a file is unknown, one with a header is kept', async () => {
    await importTexts(pool, {
      ...least,
      'organisations.csv': 'id,name,sector\no1,Library,culture\n',
      'receipts.csv': 'pledge_id,received_on\n',
    })
    expect(await one('select keeps from communities')).toEqual({ keeps: ['receipts'] })
  })

  it('who only left was a partner before, since nobody knows when', async () => {
    await importTexts(pool, {
      ...least,
      'organisations.csv': 'id,name,sector,left_on\no1,Library,culture,2022-01-01\n',
    })
    const { rows } = await pool.query('select state, from_on, to_on from memberships order by from_on nulls first')
    expect(rows).toEqual([
      { state: 'active', from_on: null, to_on: '2022-01-01' },
      { state: 'left', from_on: '2022-01-01', to_on: null },
    ])
  })

  it('a fact counts as known from its own day in the community’s clock, unless its file says since when', async () => {
    await importTexts(pool, {
      ...least,
      'initiatives.csv':
        'id,title,kind,started_on,recorded_at\ni1,Reading,joint,2021-07-01,\ni2,Rowing,joint,2021-07-01,2021-08-01T00:00:00+02:00\n',
    })
    const { rows } = await pool.query('select recorded_at, is_recorded_assumed from initiatives order by recorded_at')
    expect(rows).toEqual([
      { recorded_at: new Date('2021-06-30T22:00:00Z'), is_recorded_assumed: true },
      { recorded_at: new Date('2021-07-31T22:00:00Z'), is_recorded_assumed: false },
    ])
    expect(await one(`select recorded_at from organisations where name = 'Club'`)).toEqual({
      recorded_at: new Date('2019-12-31T23:00:00Z'),
    })
  })

  it('a person of several lines has several representations', async () => {
    await importTexts(pool, {
      ...least,
      'people.csv': 'id,display_name,organisation_id,capacity,is_paid\np1,Ada,o1,partner,yes\np1,Ada,o2,statutory,\n',
    })
    expect(
      await one(
        'select (select count(*)::int from people) as people, (select count(*)::int from representations) as representations',
      ),
    ).toEqual({ people: 1, representations: 2 })
  })

  it('tells how it goes along', async () => {
    const phases: string[] = []
    await importTexts(pool, least, {
      now: NOW,
      onProgress: ({ phase, rowsDone, rowsTotal }) => phases.push(`${phase} ${rowsDone}/${rowsTotal}`),
    })
    expect(phases[0]).toBe('reading 1/1')
    expect(phases).toContain('checking 0/3')
    expect(phases.at(-1)).toBe('writing 4/4')
  })
})
