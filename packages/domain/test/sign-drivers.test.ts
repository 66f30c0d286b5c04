import { describe, expect, it } from 'vitest'
import { effects, explained, number, share } from './given-sign-drivers.ts'
import { givenSigns, meeting, money, paid, space } from './given-signs.ts'

describe('what drives the sign across sectors', () => {
  // Nine of twelve participations are of sport: three quarters. The sixth initiative still looks for partners.
  const mostlySport = givenSigns({
    organisations: { club: 'sport', team: 'sport', choir: 'culture' },
    work: {
      i1: ['club', 'team', 'choir'],
      i2: ['club', 'team', 'choir'],
      i3: ['club', 'team', 'choir'],
      i4: ['club', 'team'],
      i5: ['club'],
      i6: [],
    },
  })

  it('is who takes part most of the largest sector; who is of another holds it down', () => {
    const { score, parts, drivers } = explained(mostlySport, 'sector-failure')
    expect([score, parts]).toEqual([2, { largestShare: 2, missingCore: null }])
    // Of sport without each: 4 of 7, 5 of 8, 7 of 10 and 8 of 11.
    expect(effects(drivers.raising)).toEqual([
      ['club', 2],
      ['team', 1],
      ['i4', 1],
      ['i5', 1],
    ])
    // Without the choir nine of nine; without one of its initiatives seven of nine, a warning still.
    expect(effects(drivers.holding)).toEqual([
      ['choir', -1],
      ['i1', 0],
      ['i2', 0],
    ])
    expect(drivers.raising[0]).toEqual({
      kind: 'partner',
      id: 'club',
      said: { code: 'participations', values: { count: number(5), share: share(5 / 12) } },
      effect: 2,
      scoreWithout: 0,
      unreadableWithout: [],
      moves: { reading: 'largestShare', measure: 'largestShare', with: share(9 / 12), without: share(4 / 7) },
    })
    // Five initiatives with partners and the three partners.
    expect([drivers.tried, drivers.of]).toEqual([8, 8])
  })

  it('is held down by the only partner of a sector the community wants', () => {
    const all = ['club', 'choir', 'clinic']
    const history = givenSigns(
      {
        organisations: { club: 'sport', choir: 'culture', clinic: 'health', bank: 'finance' },
        work: { i1: [...all, 'bank'], i2: all, i3: all, i4: all, i5: all, i6: all },
      },
      { coreSectors: ['finance', 'sport'] },
    )
    const { score, drivers } = explained(history, 'sector-failure')
    expect(score).toBe(0)
    // The only private sector that is wanted would be missing: warning.
    expect(drivers.holding[0]).toMatchObject({
      id: 'bank',
      effect: -2,
      said: { code: 'wanted-sector', values: { count: number(1), share: share(1) } },
      moves: { reading: 'missingCore', measure: 'missing', with: number(0), without: number(1) },
    })
  })
})

describe('what drives the sign of one organisation', () => {
  it('is who leads most and holds the others together', () => {
    const led = (other: string) => [['club', 'lead'] as const, [other, 'co-lead'] as const]
    const history = givenSigns({
      organisations: { club: 'sport' },
      work: { i1: led('a'), i2: led('b'), i3: led('c'), i4: led('d'), i5: led('e'), i6: [], i7: [], i8: [] },
    })
    const { score, parts, drivers } = explained(history, 'one-organisation')
    // Five of ten lead roles; without the club four of six partners stand alone beside the fifth.
    expect([score, parts]).toEqual([2, { elephant: 2, bridge: 2 }])
    expect(drivers.raising[0]).toMatchObject({
      kind: 'partner',
      id: 'club',
      effect: 2,
      scoreWithout: 0,
      said: { code: 'cut-off', values: { count: number(4), share: share(1) } },
    })
    // Without an initiative seven run, too few for who leads; four of five partners would be cut off still.
    expect(drivers.raising.find((one) => one.kind === 'initiative')?.unreadableWithout).toEqual(['elephant'])
  })
})

describe('what drives the sign of public bodies', () => {
  const organisations = { council: ['local-government', 'public'], club: 'sport', bank: 'finance' } as const
  const led = (id: string) => [[id, 'lead'] as const]
  const work = { i1: led('council'), i2: led('council'), i3: led('council'), i4: led('club'), i5: [], i6: [] }

  it('is the public body that leads; who leads beside it holds it down', () => {
    const { score, drivers } = explained(givenSigns({ organisations, work }), 'public-dominance')
    expect(score).toBe(2)
    expect(effects(drivers.raising)).toEqual([
      ['council', 2],
      ['i1', 1],
      ['i2', 1],
      ['i3', 1],
    ])
    expect(effects(drivers.holding)).toEqual([
      ['i4', -1],
      ['club', -1],
    ])
    expect(drivers.raising[1]?.moves).toEqual({
      reading: 'leads',
      measure: 'leads',
      with: share(0.75),
      without: share(2 / 3),
    })
  })

  it('is the public body that pays, with what it paid for an initiative', () => {
    const given = money(
      paid('p1', 'council', 600_00),
      paid('p2', 'council', 300_00, '2023-06-01', 'i5'),
      paid('p3', 'bank', 100_00),
    )
    const { score, parts, drivers } = explained(givenSigns({ organisations, work }, given), 'public-dominance')
    expect([score, parts]).toEqual([3, { income: 3, leads: 2, hostedMinutes: null }])
    expect(drivers.raising[0]).toMatchObject({
      id: 'council',
      effect: 3,
      said: { code: 'income', values: { amount: { type: 'money', value: 900_00 }, share: share(0.9) } },
      moves: { reading: 'income', with: share(0.9), without: share(0) },
    })
    // Without the initiative 600 of 700 are left: a warning.
    expect(drivers.raising[1]).toMatchObject({ id: 'i5', effect: 1, said: { code: 'income' } })
    expect(drivers.holding[0]).toMatchObject({ id: 'bank', effect: 0, moves: { with: share(0.9), without: share(1) } })
  })

  it('is not asked for where the community does not want it judged', () => {
    const { score, reason, drivers } = explained(
      givenSigns({ organisations, work }, { wantsIndependence: false }),
      'public-dominance',
    )
    expect([score, reason]).toEqual([null, 'not-applicable'])
    expect(drivers).toEqual({ raising: [], holding: [], tried: 0, of: 0 })
  })
})

describe('what drives the sign of places', () => {
  it('is whose space is met in from afar; whose room it is holds it down', () => {
    const history = givenSigns(
      {
        organisations: { shop: 'business', hotel: 'business' },
        work: { i1: [], i2: [], i3: [], i4: [], i5: [] },
      },
      {
        spaces: [space('studio', 'digital', 'shop'), space('hall', 'physical', 'hotel')],
        bookings: [
          ...Array.from({ length: 9 }, (_, index) => meeting(`b${index}`, 'studio', 'shop')),
          meeting('b9', 'hall', 'hotel'),
        ],
      },
    )
    // One of ten hours in a room: below a quarter, not below a tenth.
    const { score, parts, drivers } = explained(history, 'places')
    expect([score, parts]).toEqual([1, { physicalShare: 1, noDoor: 0 }])
    expect(drivers.raising[0]).toMatchObject({
      id: 'shop',
      effect: 1,
      said: { code: 'meetings', values: { hours: number(9), share: share(0.9) } },
      moves: { reading: 'physicalShare', measure: 'physical', with: share(0.1), without: share(1) },
    })
    // Without the hotel no hour in a room, and no room.
    expect(drivers.holding[0]).toMatchObject({
      id: 'hotel',
      effect: -2,
      scoreWithout: 3,
      said: { code: 'meetings', values: { hours: number(1), share: share(0.1) } },
    })
  })

  it('is held down by who has the only room, also where nobody met', () => {
    const history = givenSigns(
      { organisations: {}, work: { i1: [], i2: [], i3: [], i4: [], i5: [] } },
      {
        spaces: [
          space('hall', 'hybrid', 'hotel'),
          space('studio', 'digital', 'shop'),
          { ...space('barn', 'physical', 'farm'), to: '2023-07-31' },
          { ...space('tent', 'physical', 'camp'), to: '2023-08-02' },
          { ...space('yurt', 'physical', 'camp-two'), to: '2023-08-01' },
        ],
        bookings: [],
      },
    )
    const { score, parts, drivers } = explained(history, 'places')
    expect([score, parts]).toEqual([0, { physicalShare: null, noDoor: 0 }])
    // The barn closed more than six months before; the tent was open in the first of them.
    expect([drivers.tried, drivers.of]).toEqual([2, 2])
    expect(effects(drivers.holding)).toEqual([
      ['camp', 0],
      ['hotel', 0],
    ])
    expect(drivers.holding[0]).toMatchObject({
      said: { code: 'rooms', values: { count: number(1), share: share(0.5) } },
      moves: { reading: 'noDoor', measure: 'doors', with: number(2), without: number(1) },
    })
  })
})

describe('what drives the sign of young people', () => {
  const organisations = { club: 'sport', team: 'sport', choir: 'culture', scouts: 'youth-group' }
  const both = ['club', 'team']
  const none = { i2: both, i3: both, i4: both, i5: both, i6: [...both, 'choir'] }

  it('is each initiative without them, the one of most partners first', () => {
    const { score, drivers } = explained(givenSigns({ organisations, work: { i1: both, ...none } }), 'youth')
    expect(score).toBe(2)
    expect(effects(drivers.raising)).toEqual([
      ['i6', 0],
      ['i1', 0],
      ['i2', 0],
      ['i3', 0],
      ['i4', 0],
    ])
    // The upper end of none of six is z² / (6 + z²), of none of five z² / (5 + z²).
    const z2 = 1.959963984540054 ** 2
    expect(drivers.raising[0]?.moves).toMatchObject({ reading: 'direct', measure: 'atMost' })
    expect(drivers.raising[0]?.moves?.with.value).toBeCloseTo(z2 / (6 + z2), 12)
    expect(drivers.raising[0]?.moves?.without.value).toBeCloseTo(z2 / (5 + z2), 12)
  })

  it('is held down by the youth group and by what it takes part in', () => {
    const { score, drivers } = explained(givenSigns({ organisations, work: { i1: ['scouts'], ...none } }), 'youth')
    expect(score).toBe(0)
    expect(effects(drivers.holding)).toEqual([
      ['i1', -2],
      ['scouts', -2],
    ])
    expect(drivers.holding[1]).toMatchObject({ said: { code: 'youth', values: { count: number(1), share: share(1) } } })
  })
})
