import { monthIndex, type Month } from '../../values/month.ts'
import type { DatedFacts } from '../dated-facts.ts'
import { incomeBasis, type IncomeBasis } from '../funding/income-windows.ts'

/** The five ways of financing a network, and the local budget beside them, on which it should not depend. */
export const waysOfFunding = [
  'co-funding',
  'own-organisation',
  'private-sponsorship',
  'services',
  'start-money',
  'local-budget',
] as const
export type WayOfFunding = (typeof waysOfFunding)[number]

/** Which way each route of a pledge goes. */
export const wayOfRoute: Readonly<Record<string, WayOfFunding>> = {
  'partner-co-funding': 'co-funding',
  'own-legal-body': 'own-organisation',
  sponsorship: 'private-sponsorship',
  donation: 'private-sponsorship',
  'paid-services': 'services',
  'grant-national': 'start-money',
  'grant-european': 'start-money',
  'local-budget': 'local-budget',
}

export interface RouteShare {
  readonly key: string
  readonly amountMinor: number
  /** 0..1 of all positive amounts. */
  readonly share: number
  readonly funders: number
}

export interface IncomeByRoute {
  readonly basis: IncomeBasis | null
  readonly incomeMinor: number
  readonly routes: readonly RouteShare[]
  readonly ways: readonly RouteShare[]
}

/** Net income of the 12 months before `month` by route and by way, the largest first; minor units. Null basis: neither receipts nor instalments are kept. */
export function incomeByRoute(facts: DatedFacts, month: Month, windowMonths: number): IncomeByRoute {
  const basis = incomeBasis(facts)
  const now = monthIndex(month)
  const byRoute = new Map<string, Map<string, number>>()
  for (let one = now - windowMonths; one < now; one += 1) {
    const monthFacts = facts.at(one)
    const payments =
      basis === 'receipts'
        ? monthFacts.payments
        : monthFacts.dues.filter((due) => basis !== null && due.pledge.fact.status === 'confirmed')
    for (const { pledge, amountMinor } of payments) {
      const funders = byRoute.get(pledge.fact.route) ?? new Map<string, number>()
      funders.set(pledge.funderId, (funders.get(pledge.funderId) ?? 0) + amountMinor)
      byRoute.set(pledge.fact.route, funders)
    }
  }
  const byWay = new Map<string, Map<string, number>>()
  for (const [route, funders] of byRoute) {
    const way = wayOfRoute[route] ?? 'co-funding'
    const sums = byWay.get(way) ?? new Map<string, number>()
    for (const [funder, amount] of funders) sums.set(funder, (sums.get(funder) ?? 0) + amount)
    byWay.set(way, sums)
  }
  const routes = sharesOf(byRoute)
  return { basis, incomeMinor: routes.reduce((sum, one) => sum + one.amountMinor, 0), routes, ways: sharesOf(byWay) }
}

function sharesOf(groups: ReadonlyMap<string, ReadonlyMap<string, number>>): RouteShare[] {
  const sums = [...groups]
    .map(([key, funders]) => ({
      key,
      amountMinor: [...funders.values()].reduce((sum, amount) => sum + amount, 0),
      funders: [...funders.values()].filter((amount) => amount > 0).length,
    }))
    .filter((one) => one.amountMinor > 0)
  const all = sums.reduce((sum, one) => sum + one.amountMinor, 0)
  return sums
    .map((one) => ({ ...one, share: one.amountMinor / all }))
    .toSorted((a, b) => b.amountMinor - a.amountMinor || (a.key < b.key ? -1 : 1))
}
