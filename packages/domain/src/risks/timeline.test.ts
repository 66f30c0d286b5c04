import { describe, expect, it } from 'vitest'
import { addMonths, monthFromIndex, monthIndex } from '../values/month.ts'
import type { History, PledgeFact } from './history.ts'
import { evaluate, timeline } from './timeline.ts'

const partners = ['school', 'library', 'council', 'bank', 'club', 'choir', 'clinic', 'youth', 'farm', 'museum']

const nothing: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: partners.map((id) => ({
    id,
    sector: id === 'council' ? 'local-government' : 'other',
    legalStatus: id === 'council' ? 'public' : id === 'bank' ? 'private' : 'civic',
    parentId: null,
  })),
  memberships: null,
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
}

function monthsFrom(month: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthFromIndex(monthIndex(month) + index))
}

/** How far on the next partner sits: grows with each round, so that rounds bring new pairs. */
function turn(index: number, step: number): number {
  const round = Math.floor(index / partners.length)
  return [0, 1 + round, 3 + 2 * round][step] ?? 0
}

/** One initiative a month, each of three partners, planned for nine months. */
function startedMonthly(months: readonly string[]): Pick<History, 'initiatives' | 'participations'> {
  const initiatives = months.map((month, index) => ({
    id: `i${index}`,
    kind: 'joint',
    startedOn: `${month}-12`,
    plannedEndOn: `${addMonths(month, 9)}-12`,
    endedOn: null,
    endState: null,
  }))
  const participations = initiatives.flatMap(({ id }, index) =>
    [0, 1, 2].map((step) => ({
      initiativeId: id,
      organisationId: partners[(index + turn(index, step)) % partners.length] as string,
      role: step === 0 ? 'lead' : 'contributor',
      from: null,
      to: null,
    })),
  )
  return { initiatives, participations }
}

interface Gift {
  readonly organisationId: string
  readonly monthlyMinor: number
}

/** Each funder promises and pays the same amount on the fifth of every month. */
function paidMonthly(
  months: readonly string[],
  gifts: readonly Gift[],
): Pick<History, 'pledges' | 'instalments' | 'receipts'> {
  const pledges = gifts.map(({ organisationId, monthlyMinor }): PledgeFact => ({
    id: `p-${organisationId}`,
    initiativeId: null,
    organisationId,
    kind: 'cash',
    route: 'partner-co-funding',
    amountMinor: monthlyMinor * months.length,
    currency: 'EUR',
    quantity: null,
    unit: null,
    confirmedOn: `${months[0]}-01`,
    from: `${months[0]}-01`,
    to: `${months.at(-1)}-28`,
    status: 'confirmed',
  }))
  const due = gifts.flatMap(({ organisationId, monthlyMinor }) =>
    months.map((month) => ({
      pledgeId: `p-${organisationId}`,
      dueOn: `${month}-05`,
      amountMinor: monthlyMinor,
      quantity: null,
    })),
  )
  return { pledges, instalments: due, receipts: due.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })) }
}

const balanced: Gift[] = ['council', 'bank', 'club', 'choir', 'clinic'].map((organisationId) => ({
  organisationId,
  monthlyMinor: 10_000,
}))

describe('what is not kept is not known', () => {
  const history = { ...nothing, ...startedMonthly(monthsFrom('2020-01', 30)) }
  const read = () => evaluate(history, '2022-06')

  it('says so for every source without a file', () => {
    const { stagnation, funding } = read()
    expect(stagnation.reported.dormancy).toMatchObject({ share: null, reason: 'unknown-source' })
    expect(funding).toMatchObject({ level: 'insufficient-data', score: null, reason: 'unknown-source' })
    expect(funding.sublevels.fulfilment).toMatchObject({ level: null, share: null, reason: 'unknown-source' })
    expect(funding.sublevels.runway.reason).toBe('unknown-source')
  })

  it('reads a steady circle of ten as none, with one point at most for knowing each other already', () => {
    const { stagnation } = read()
    expect(stagnation).toMatchObject({ level: 'none', score: 1, lifeStage: 'running' })
    expect(stagnation.families.novelty).toMatchObject({ points: 1, isSaturated: true, newPartnerRate: 0 })
  })

  it('reads no receipts kept as unknown fulfilment, and income from instalments', () => {
    const kept = { ...history, ...paidMonthly(monthsFrom('2020-01', 36), balanced), receipts: null }
    const reading = evaluate(kept, '2022-06').funding
    expect(reading.sublevels.fulfilment.level).toBeNull()
    expect(reading.readings).toMatchObject({ income: 600_000, incomeFrom: 'instalments', fulfilment: null })
  })

  it('reads receipts kept but empty as nothing paid', () => {
    const kept = { ...history, ...paidMonthly(monthsFrom('2020-01', 36), balanced), receipts: [] }
    expect(evaluate(kept, '2022-06').funding.sublevels.fulfilment).toMatchObject({ level: 3, share: 0 })
  })

  it('knows nothing of a community without facts', () => {
    const reading = evaluate(nothing, '2022-06')
    expect(reading.stagnation).toMatchObject({ level: 'insufficient-data', heldLevel: 'none', insufficientSince: null })
  })
})

describe('a silent network', () => {
  const history = { ...nothing, ...startedMonthly(monthsFrom('2019-01', 36)) }

  it('rises on the second of three readings and keeps a record of it', () => {
    const { months } = timeline(history, '2021-12', '2023-06')
    const raised = months.find((one) => one.stagnation.change?.kind === 'raised')?.stagnation
    expect(raised?.change).toMatchObject({
      from: 'none',
      score: raised?.score,
      thresholds: { watch: { enter: 2, leave: 1 } },
    })
    expect(raised?.change?.called).toHaveLength(3)
    expect(raised?.onset).not.toBeNull()
  })

  it('says what it read and from how much', () => {
    const { gap, renewal } = evaluate(history, '2022-06').stagnation.families
    expect(gap).toMatchObject({ points: 2, days: 171, lastStartOn: '2021-12-12', n: 24 })
    expect(renewal).toMatchObject({ now: 7, base: 24, baseMonths: 24 })
  })

  it('informs and does not alarm once it is closing', () => {
    const closing = evaluate({ ...history, lifeStage: 'closing' }, '2022-06').stagnation
    expect(closing).toMatchObject({ lifeStage: 'closing', isInformationOnly: true })
  })
})

describe('a young network', () => {
  it('is held at watch while it forms, whatever the money does', () => {
    const young = {
      ...nothing,
      ...paidMonthly(monthsFrom('2024-01', 24), [{ organisationId: 'council', monthlyMinor: 5000 }]),
    }
    const months = timeline(young, '2024-07', '2025-04').months.map(({ month, funding }) => [month, funding.heldLevel])
    expect(Object.fromEntries(months)).toMatchObject({
      '2024-07': 'none',
      '2024-08': 'watch',
      '2024-12': 'watch',
      '2025-03': 'critical',
    })
  })
})

describe('funding', () => {
  const months = monthsFrom('2020-01', 36)
  const cost = (monthlyMinor: number) =>
    months.map((month) => ({ initiativeId: null, dueOn: `${month}-20`, amountMinor: monthlyMinor, currency: 'EUR' }))
  const reserves = (amountMinor: number) => [{ on: '2020-01-01', amountMinor, currency: 'EUR' }]
  const at = (more: Partial<History>) =>
    evaluate({ ...nothing, ...paidMonthly(months, balanced), ...more }, '2022-01').funding

  it('counts departments of one public body as one funder', () => {
    const organisations = nothing.organisations.map((one) =>
      one.id === 'clinic' ? { ...one, legalStatus: 'public', parentId: 'council' } : one,
    )
    expect(at({ organisations }).readings).toMatchObject({
      reliance: 0.4,
      funders: 4,
      publicShare: 0.4,
      localPublicShare: 0.4,
    })
  })

  it('judges reliance exactly on its line', () => {
    const gifts = [50, 10, 10, 10, 10, 10].map((share, index) => ({
      organisationId: partners[index] as string,
      monthlyMinor: share * 100,
    }))
    const reading = evaluate({ ...nothing, ...paidMonthly(months, gifts) }, '2022-01').funding
    expect(reading.sublevels.concentration).toMatchObject({ level: 2, reliance: 0.5 })
  })

  it('eases concentration by one level where reserves outlast the loss of the largest funder by two years', () => {
    const gifts = [60, 20, 20].map((share, index) => ({
      organisationId: partners[index] as string,
      monthlyMinor: share * 100,
    }))
    const paid = paidMonthly(months, gifts)
    const level = (reserve: number) =>
      at({ ...paid, costs: cost(10_000), reserves: reserves(reserve) }).sublevels.concentration
    expect(level(160_000)).toMatchObject({ levelBeforeCover: 2, level: 1, cover: { adjustment: -1 } })
    expect(level(100_000)).toMatchObject({ level: 2, cover: { adjustment: 0 } })
    expect(level(30_000)).toMatchObject({ level: 3, cover: { adjustment: 1, stressRunwayMonths: 5 } })
  })

  it('runs down the reserves once pledges end, month by month', () => {
    const runway = at({ costs: cost(50_000), reserves: reserves(100_000) }).sublevels.runway
    // A year of income at 0.95 (the bank has paid often) leaves 2 500 a month short; then nothing comes in.
    expect(runway.months).toBe(13.4)
    expect(runway).toMatchObject({ level: 0, incomeFrom: 'scheduled', reservesMinor: 100_000 })
  })

  it('sees a cliff where the pledges end', () => {
    expect(at({}).sublevels.cliff).toMatchObject({ months: 9, month: '2022-10', level: 1, n: 5 })
  })

  it('keeps other kinds and currencies apart from income', () => {
    const paid = paidMonthly(months, balanced)
    const pledges =
      paid.pledges?.map((one, index) =>
        index === 0 ? { ...one, kind: 'in-kind' } : index === 1 ? { ...one, currency: 'SEK' } : one,
      ) ?? null
    expect(at({ ...paid, pledges }).readings).toMatchObject({ funders: 3, income: 360_000 })
  })
})
