import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { initiativeIndex, initiativesBelow } from '../src/risks/what-if/initiatives-below.ts'
import type { Gone } from '../src/risks/what-if/who-leaves.ts'
import { monthIndex } from '../src/values/month.ts'
import { initiative, instalment, part, promise, town } from './given-town.ts'

const gone = (organisationIds: readonly string[]): Gone => ({
  organisationIds: new Set(organisationIds),
  alongIds: new Set(),
  spaceIds: new Set(),
})
const [may, august] = [monthIndex('2024-05'), monthIndex('2024-08')]

describe('initiatives that fall short', () => {
  const below = (history: Partial<History>, who: string[], joining?: ReadonlyMap<string, number>) => {
    const all = { ...town, pledges: [], instalments: [], ...history }
    return initiativesBelow(initiativeIndex(all, may), new Set(['i']), gone(who), may, august, joining)
  }
  const lead = (organisationId: string, from: string | null = null, to: string | null = null) => ({
    ...part('i', organisationId, from, to),
    role: 'lead',
  })
  const [i] = [initiative('i', '2024-01-10')]
  const reasons = (...args: Parameters<typeof below>) =>
    below(...args).map((one) => one.reasons.map(({ reason, month }) => `${reason} ${month}`))

  it('lack a lead or a second partner, from the day on which they would have had one', () => {
    const history = {
      initiatives: [i],
      participations: [lead('club'), part('i', 'bank'), part('i', 'choir', '2024-06-10')],
    }
    expect(reasons(history, ['club'])).toEqual([['no-lead 2024-05', 'fewer-than-two-partners 2024-05']])
    expect(reasons(history, ['bank'])).toEqual([['fewer-than-two-partners 2024-05']])
    expect(reasons(history, ['choir'])).toEqual([])
    expect(reasons(history, ['club'], new Map([['i', 1]]))).toEqual([['no-lead 2024-05']])
    const later = {
      initiatives: [i],
      participations: [part('i', 'bank'), part('i', 'zoo', null, '2024-07-05'), lead('club', '2024-06-10')],
    }
    expect(reasons(later, ['club'])).toEqual([['no-lead 2024-06', 'fewer-than-two-partners 2024-07']])
    expect(reasons({ ...later, initiatives: [{ ...i, plannedEndOn: '2024-07-05' }] }, ['club'])).toEqual([
      ['no-lead 2024-06'],
    ])
  })

  it('count only while they run, or where they begin before the end', () => {
    const at = (id: string, startedOn: string | null) => ({
      initiatives: [initiative(id, startedOn)],
      participations: [{ ...lead('club'), initiativeId: id }],
    })
    expect(reasons(at('i', '2024-01-10'), ['club'])).toEqual([['no-lead 2024-05']])
    expect(reasons(at('j', '2024-01-10'), ['club'])).toEqual([])
    expect(reasons(at('j', '2024-05-01'), ['club'])).toEqual([['no-lead 2024-05']])
    expect(reasons(at('j', '2024-07-31'), ['club'])).toEqual([['no-lead 2024-07']])
    expect(reasons(at('j', '2024-08-01'), ['club'])).toEqual([])
    expect(reasons(at('j', null), ['club'])).toEqual([])
  })

  it('lose half of their money or more', () => {
    const history = (lost: number): Partial<History> => ({
      initiatives: [i],
      participations: [part('i', 'zoo'), part('i', 'bank')],
      pledges: [promise('a', 'club', { initiativeId: 'i' }), promise('b', 'bank', { initiativeId: 'i' })],
      instalments: [
        instalment('a', '2024-06-03', lost),
        instalment('b', '2024-05-03', 100 - lost),
        instalment('a', '2024-08-01', 999),
        instalment('a', '2024-04-30', 999),
      ],
    })
    expect(below(history(50), ['club'])).toEqual([
      { initiativeId: 'i', reasons: [{ reason: 'money-halved', month: '2024-06' }], promisedMinor: 100, lostMinor: 50 },
    ])
    expect(below(history(49), ['club'])).toEqual([])
    expect(reasons({ ...history(90), pledges: null }, ['club'])).toEqual([])
  })

  it('lack somebody to coordinate, where it is known for whom they act', () => {
    const span = { from: null, to: null }
    const coordinates = (personId: string, to: string | null = null) => ({
      initiativeId: 'i',
      personId,
      ...span,
      to,
      hours: null,
    })
    const acts = (personId: string, organisationId: string, from: string | null = null, to: string | null = null) => ({
      personId,
      organisationId,
      capacity: 'partner',
      isPaid: null,
      from,
      to,
    })
    const history = (...representations: ReturnType<typeof acts>[]): Partial<History> => ({
      initiatives: [i],
      participations: [part('i', 'zoo'), part('i', 'bank')],
      coordinations: [coordinates('ada')],
      representations,
    })
    const short = [['no-coordinator 2024-05']]
    expect(reasons(history(acts('ada', 'club')), ['club'])).toEqual(short)
    expect(reasons(history(acts('ada', 'club'), acts('ada', 'zoo')), ['club'])).toEqual([])
    expect(reasons({ ...history(acts('ada', 'club')), representations: null }, ['club'])).toEqual([])
    expect(reasons({ ...history(acts('ada', 'club')), participations: [] }, ['club'])).toEqual(short)
    // What ended before, or begins later, does not count; who acts for nobody stays.
    expect(reasons(history(acts('ada', 'club'), acts('ada', 'zoo', null, '2024-05-01')), ['club'])).toEqual(short)
    expect(reasons(history(acts('ada', 'club'), acts('ada', 'zoo', '2024-05-01')), ['club'])).toEqual([])
    expect(reasons(history(acts('ada', 'club', null, '2024-04-30')), ['club'])).toEqual([])
    const both = history(acts('ada', 'club'), acts('ben', 'zoo'))
    const coordinators = (...coordinations: ReturnType<typeof coordinates>[]) =>
      reasons({ ...both, coordinations }, ['club'])
    expect(coordinators(coordinates('ada'), coordinates('ben'))).toEqual([])
    expect(coordinators(coordinates('ada'), coordinates('ben', '2024-05-01'))).toEqual(short)
    expect(coordinators(coordinates('ada', '2024-05-01'))).toEqual([])
  })

  it('count the money that is confirmed, for the initiative, in the currency of the community and known before', () => {
    const lost = (more: object, initiatives = [i]) =>
      below(
        {
          initiatives,
          participations: [part('i', 'club'), part('i', 'bank'), part('i', 'zoo')],
          pledges: [promise('a', 'club', { initiativeId: 'i', ...more })],
          instalments: [
            instalment('a', '2024-07-31', 4),
            instalment('a', '2024-05-01', 3),
            instalment('a', '2024-06-03', null),
            instalment('unknown', '2024-06-03', 9),
          ],
        },
        ['club'],
      ).map((one) => [one.lostMinor, one.reasons])
    const all = [[7, [{ reason: 'money-halved', month: '2024-05' }]]]
    expect(lost({})).toEqual(all)
    expect(lost({ confirmedOn: '2024-04-30' })).toEqual(all)
    expect(lost({ confirmedOn: null, from: '2024-04-30' })).toEqual(all)
    expect(lost({ confirmedOn: '2024-04-30', from: '2024-06-01' })).toEqual(all)
    expect(lost({ confirmedOn: null, from: null })).toEqual(all)
    const nothing = [
      lost({ status: 'offered' }),
      lost({ initiativeId: null }),
      lost({ initiativeId: 'other' }),
      lost({ kind: 'space-hours' }),
      lost({ currency: 'SEK' }),
      lost({ confirmedOn: '2024-05-01' }),
      lost({ confirmedOn: null, from: '2024-05-01' }),
      lost({}, []),
      lost({}, [initiative('i', null)]),
    ]
    expect(nothing).toEqual(nothing.map(() => []))
  })

  it('say of money only where promises and their instalments are kept', () => {
    const money = (more: Partial<History>) =>
      below({ initiatives: [i], participations: [lead('club')], ...more }, ['club']).map((one) => [
        one.promisedMinor,
        one.lostMinor,
      ])
    expect(money({})).toEqual([[0, 0]])
    expect(money({ pledges: null })).toEqual([[null, null]])
    expect(money({ instalments: null })).toEqual([[null, null]])
  })

  it('are looked at from the day on until they end or should end, also where they are late', () => {
    const history = (more: object): Partial<History> => ({
      initiatives: [{ ...i, ...more }],
      participations: [part('i', 'zoo'), lead('club', '2024-06-10'), lead('choir', '2024-02-01', '2024-03-01')],
    })
    const june = [['no-lead 2024-06', 'fewer-than-two-partners 2024-06']]
    expect(reasons(history({}), ['club', 'choir'])).toEqual(june)
    expect(reasons(history({ plannedEndOn: null }), ['club', 'choir'])).toEqual(june)
    expect(reasons(history({ plannedEndOn: '2024-04-01' }), ['club'])).toEqual(june)
    expect(reasons(history({ plannedEndOn: '2024-05-01' }), ['club'])).toEqual(june)
    expect(reasons(history({ plannedEndOn: '2024-06-11' }), ['club'])).toEqual(june)
    expect(reasons(history({ plannedEndOn: '2024-06-10' }), ['club'])).toEqual([])
    expect(reasons(history({ endedOn: '2024-06-10' }), ['club'])).toEqual([])
    expect(reasons(history({ endedOn: '2024-06-10', plannedEndOn: '2024-06-30' }), ['club'])).toEqual([])
  })

  it('stand by reasons, then by money, then by name', () => {
    const names = ['d', 'b', 'c', 'a']
    const all = below(
      {
        initiatives: names.map((id) => initiative(id, '2024-05-10')),
        participations: [...names.map((id) => ({ ...part(id, 'club'), role: 'co-lead' })), part('a', 'zoo')],
        pledges: ['b', 'c'].map((id) => promise(`for ${id}`, 'club', { initiativeId: id })),
        instalments: [instalment('for b', '2024-05-10', 5), instalment('for c', '2024-05-10', 6)],
      },
      ['club'],
    )
    expect(all.map((one) => [one.initiativeId, one.reasons.length, one.lostMinor])).toEqual([
      ['c', 2, 6],
      ['b', 2, 5],
      ['a', 2, 0],
      ['d', 1, 0],
    ])
    const equal = below(
      {
        initiatives: names.map((id) => initiative(id, '2024-05-10')),
        participations: names.map((id) => ({ ...lead('club'), initiativeId: id })),
      },
      ['club'],
    )
    expect(equal.map((one) => one.initiativeId)).toEqual(['a', 'b', 'c', 'd'])
  })
})
