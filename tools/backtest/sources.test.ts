import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dataFolders } from './data-folder.ts'
import { type LabelledCommunity, pointsOf, tallyCommunity } from './labelled-communities.ts'
import { ledgerHistory } from './ledger-history.ts'
import { moneyOf } from './money-series.ts'
import { stepsOfUse, monthlyUse } from './monthly-use.ts'
import { packageHistory } from './package-history.ts'
import { packagesSection } from './packages-section.ts'
import { seeded } from './random.ts'
import { historyOfTies, noveltyOf } from './yearly-networks.ts'

const root = mkdtempSync(path.join(tmpdir(), 'commonweal-backtest-'))
afterAll(() => rmSync(root, { recursive: true }))

function put(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(path.join(root, folder), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, folder, file), text)
}

function community(changes: Partial<LabelledCommunity>): LabelledCommunity {
  const steady = (count: number) => Array.from({ length: 24 }, () => count)
  return {
    isDissolved: false,
    isEndSeen: true,
    activePeople: steady(9),
    commits: steady(5),
    ties: steady(20),
    ...changes,
  }
}

const fallTo = (count: number) => [...Array.from({ length: 21 }, () => 9), count, count, count]

describe('points of a labelled community', () => {
  it('there are none where nothing changes, and no reading before the third month', () => {
    expect(pointsOf(community({}), 23)).toBe(0)
    expect(pointsOf(community({}), 1)).toBeNull()
  })

  it('few active people give one or two, their fall two more', () => {
    expect(pointsOf(community({ activePeople: Array.from({ length: 24 }, () => 4) }), 23)).toBe(1)
    expect(pointsOf(community({ activePeople: Array.from({ length: 24 }, () => 2) }), 23)).toBe(2)
    expect(pointsOf(community({ activePeople: fallTo(2) }), 23)).toBe(4)
  })

  it('silence and lost ties give one each', () => {
    expect(pointsOf(community({ commits: fallTo(0) }), 23)).toBe(1)
    expect(pointsOf(community({ ties: fallTo(1) }), 23)).toBe(1)
  })

  it('the warning of the flag follows the points slowly', () => {
    const activePeople = [...Array.from({ length: 19 }, () => 9), 1, 1, 1, 1, 1]
    const tally = tallyCommunity(community({ isDissolved: true, activePeople }))
    // From the third of the five months on there are four points; the flag waits for a second such month.
    expect(pointsOf(community({ activePeople }), 20)).toBeLessThan(3)
    expect(tally.get('same points, warning at once')?.leads).toEqual([2])
    expect(tally.get('engine, warning')?.leads).toEqual([1])
    expect(tally.get('always green')?.found).toBe(0)
  })
})

describe('records below a folder', () => {
  it('are told by their columns, not by their names', () => {
    put('a', { 'community.json': '{}' })
    put('b', { 'projects.csv': 'project,status,months_observed,censored_at_30\r\n' })
    put('c', { 'book.csv': 'datetime,type,kind,counterparty,amount,payment_processor_fee,currency\n' })
    put('d', { 'ties.csv': 'source,year,target,weight\n' })
    put('e', { 'letters.txt': 'hello' })
    const kinds = dataFolders(root).map(({ name, kind }) => [name, kind])
    expect(kinds).toEqual([
      ['a', 'community package'],
      ['b', 'labelled communities'],
      ['c', 'ledger'],
      ['d', 'yearly ties'],
      ['e', 'not used'],
    ])
    expect(() => dataFolders(path.join(root, 'nowhere'))).toThrow('There is no folder')
  })

  it('a package whose facts begin after the day it is complete to gives no level', async () => {
    put('late', {
      'community.json': '{"currency":"EUR","data_complete_through":"2016-12-31"}',
      'initiatives.csv':
        'id,title,kind,started_on,planned_end_on,ended_on,end_state\n' +
        Array.from(
          { length: 30 },
          (_, index) => `i${index},"One, two",joint,2017-0${1 + (index % 9)}-05,2018-01-01,,\n`,
        ).join(''),
      'participations.csv': 'initiative_id,organisation_id,role,from,to\ni1,p1,lead,,\ni1,p2,lead,,\n',
    })
    const folder = dataFolders(root).find(({ name }) => name === 'late')
    if (folder === undefined) throw new Error('the folder was just written')
    const history = await packageHistory(folder)
    expect(history).toMatchObject({ receipts: null, pledges: null, initiatives: { length: 30 } })
    const { verdicts } = await packagesSection([folder], seeded(1))
    expect(verdicts).toHaveLength(1)
    expect(verdicts[0]).toMatchObject({ isMet: true })
    expect(verdicts[0]?.text).toContain('0 of 36 months from 2017-01 to 2019-12')
  })
})

describe('a ledger', () => {
  const row = (datetime: string, type: string, kind: string, counterparty: string, amount: string, refund = '') => ({
    datetime,
    type,
    kind,
    counterparty,
    amount,
    payment_processor_fee: kind === 'CONTRIBUTION' && type === 'CREDIT' ? '-1' : '',
    currency: 'EUR',
    is_refund: refund,
  })
  const history = ledgerHistory([
    row('2020-01-03T10:00:00', 'CREDIT', 'CONTRIBUTION', 'giver', '100.10'),
    row('2020-01-05T10:00:00', 'DEBIT', 'EXPENSE', 'printer', '-40'),
    row('2020-02-01T10:00:00', 'DEBIT', 'CONTRIBUTION', 'giver', '-20', 'REFUND'),
    row('2020-02-02T10:00:00', 'DEBIT', 'CONTRIBUTION', 'friend', '-5'),
    row('2020-03-02T10:00:00', 'CREDIT', 'CONTRIBUTION', 'giver', '1'),
  ])

  it('counts what was given, less what was handed back; gifts to others and fees are cost', () => {
    expect(history?.receipts?.map(({ receivedOn, amountMinor }) => [receivedOn, amountMinor])).toEqual([
      ['2020-01-03', 10010],
      ['2020-02-01', -2000],
      ['2020-03-02', 100],
    ])
    expect(history?.costs?.map(({ amountMinor }) => amountMinor)).toEqual([4100, 500, 100])
    expect(history?.reserves?.map(({ on, amountMinor }) => [on, amountMinor])).toEqual([
      ['2020-01-31', 5910],
      ['2020-02-29', 3410],
      ['2020-03-31', 3410],
    ])
    expect(history).toMatchObject({ dataCompleteThrough: '2020-02-29', instalments: null })
  })

  it('finds the month in which a year brought half of the year before', () => {
    const monthly = Array.from({ length: 40 }, (_, index) => {
      const month = `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
      return row(`${month}-10T00:00:00`, 'CREDIT', 'CONTRIBUTION', `giver ${index % 3}`, index < 24 ? '100' : '10')
    })
    const money = moneyOf(ledgerHistory(monthly) ?? expect.fail('the ledger has rows'))
    // After seven months at a tenth a year brings 5 × 100 + 7 × 10 against 12 × 100; the first reading sees one month.
    expect(money?.halvings).toEqual([{ at: 30, recoveredAt: null }])
    expect(money?.tallies.get('year halved (the label itself)')).toMatchObject({ found: 1, leads: [0] })
  })
})

describe('records by year and by month', () => {
  it('a few who only meet each other are saturated: one point of novelty, never two', () => {
    const names = ['north', 'south', 'east', 'west']
    const rows = Array.from({ length: 12 }, (_, year) => year + 1980).flatMap((year) =>
      names.flatMap((source, place) =>
        names.slice(place + 1).map((target) => ({ source, target, year: String(year), weight: '1' })),
      ),
    )
    const points = noveltyOf(historyOfTies([...rows, ...rows], '07-01')).flatMap(({ novelty }) => novelty.points ?? [])
    expect(points.length).toBeGreaterThan(80)
    expect(Math.max(...points)).toBe(1)
  })

  it('a month nobody stated freezes the level; as zero it would have raised it', () => {
    const use = Array.from({ length: 14 }, (_, month) => (month === 9 || month === 10 ? null : 900))
    const frozen = stepsOfUse(use)
    expect(frozen.slice(9, 11).map(({ calledLevel, kind }) => [calledLevel, kind])).toEqual([
      [null, 'insufficient'],
      [null, null],
    ])
    expect(frozen.every(({ state }) => state.level === 'none')).toBe(true)
    const asZero = stepsOfUse(use.map((value) => value ?? 0))
    expect(asZero.some(({ calledLevel }) => calledLevel === 'watch')).toBe(true)
  })

  it('a series runs over the months anybody states', () => {
    const rows = [
      { month: '2020-01', authority: 'a', issues: '5' },
      { month: '2020-03', authority: 'a', issues: '7' },
      { month: '2020-02', authority: 'b', issues: '9' },
    ]
    expect(monthlyUse(rows).map(({ use }) => use)).toEqual([
      [5, null, 7],
      [null, 9, null],
    ])
  })
})
