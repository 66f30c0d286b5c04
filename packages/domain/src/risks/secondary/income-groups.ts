import type { DatedFacts, MonthFacts } from '../dated-facts.ts'
import { concentration, concentrationLevel, type Concentration } from '../funding/concentration.ts'
import { incomeBasis, paymentsOf } from '../funding/income-windows.ts'
import type { FundingParameters } from '../parameters.ts'
import type { PublicPart } from './public-dominance.ts'
import { slidingSums } from './sliding-sums.ts'

export const incomeGroupings = ['funder', 'parent', 'sector', 'route'] as const
export type IncomeGrouping = (typeof incomeGroupings)[number]

/** How income of 12 months is spread, by four ways of grouping it; and with and without those who hand on the money of others. */
export interface IncomeSpread extends Readonly<Record<IncomeGrouping, Concentration | null>> {
  readonly passThrough: PassThrough | null
}

export interface PassThrough {
  readonly organisationIds: readonly string[]
  readonly with: SpreadLevel
  readonly without: SpreadLevel
  /** Whether leaving them out would change the level of concentration. */
  readonly levelsDiffer: boolean
}

export interface SpreadLevel {
  /** 0..3 by the lines of concentration; null where nothing is left. */
  readonly level: 0 | 1 | 2 | 3 | null
  readonly reliance: number | null
  readonly effectiveFunders: number | null
  readonly n: number
}

/** Income of the window, grouped. Amounts are net and in whole minor units; groups with nothing left are left out. */
export interface IncomeGroups {
  readonly isKnown: boolean
  readonly absorb: (month: number, facts: MonthFacts) => void
  readonly slideTo: (month: number) => void
  /** Month of the first income; null before it. */
  readonly firstMonth: () => number | null
  readonly spread: () => IncomeSpread
  readonly publicPart: () => PublicPart
  readonly ofFunder: (funderId: string) => number
}

const UNKNOWN_SECTOR = 'other'

export function incomeGroups(facts: DatedFacts, windowMonths: number, lines: FundingParameters): IncomeGroups {
  const basis = incomeBasis(facts)
  const organisations = new Map(facts.history.organisations.map((one) => [one.id, one]))
  const sums = Object.fromEntries(incomeGroupings.map((name) => [name, slidingSums(windowMonths)])) as Record<
    IncomeGrouping,
    ReturnType<typeof slidingSums>
  >
  const ownMoney = slidingSums(windowMonths)
  const handedOn = slidingSums(windowMonths)
  let firstMonth: number | null = null

  const positive = (name: IncomeGrouping) => sums[name].entries().filter(([, amount]) => amount > 0)
  const passThrough = (): PassThrough | null => {
    const handing = handedOn.entries()
    if (handing.length === 0) return null
    const withAll = spreadLevel(positive('parent'), lines)
    const without = spreadLevel(
      ownMoney.entries().filter(([, amount]) => amount > 0),
      lines,
    )
    return {
      organisationIds: handing.map(([organisationId]) => organisationId),
      with: withAll,
      without,
      levelsDiffer: withAll.level !== without.level,
    }
  }

  return {
    isKnown: basis !== null,
    absorb(month, monthFacts) {
      for (const { pledge, amountMinor } of paymentsOf(monthFacts, basis)) {
        const { organisationId, route } = pledge.fact
        const payer = organisations.get(organisationId)
        firstMonth ??= month
        sums.funder.add(organisationId, amountMinor)
        sums.parent.add(pledge.funderId, amountMinor)
        sums.sector.add(payer?.sector ?? UNKNOWN_SECTOR, amountMinor)
        sums.route.add(route, amountMinor)
        if (payer?.isPassThrough) handedOn.add(organisationId, amountMinor)
        else ownMoney.add(pledge.funderId, amountMinor)
      }
    },
    slideTo(month) {
      for (const one of [...Object.values(sums), ownMoney, handedOn]) one.slideTo(month)
    },
    firstMonth: () => firstMonth,
    spread: () => ({
      ...(Object.fromEntries(
        incomeGroupings.map((name) => [
          name,
          basis === null ? null : concentration(positive(name).map(([, amount]) => amount)),
        ]),
      ) as Record<IncomeGrouping, Concentration | null>),
      passThrough: basis === null ? null : passThrough(),
    }),
    publicPart() {
      const part = { public: 0, local: 0, whole: 0 }
      for (const [funderId, amount] of positive('parent')) {
        part.whole += amount
        if (facts.publicFunders.has(funderId)) part.public += amount
        if (facts.localPublicFunders.has(funderId)) part.local += amount
      }
      return part
    },
    ofFunder: (funderId) => Math.max(0, sums.parent.of(funderId)),
  }
}

function spreadLevel(amounts: readonly (readonly [string, number])[], lines: FundingParameters): SpreadLevel {
  const values = amounts.map(([, amount]) => amount)
  const measures = concentration(values)
  return {
    level: values.length === 0 ? null : concentrationLevel(values, lines.concentration),
    reliance: measures.reliance,
    effectiveFunders: measures.effectiveNumber,
    n: measures.n,
  }
}
