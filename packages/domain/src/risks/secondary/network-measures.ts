import { bridgePartners, type BridgePartner } from '../network/bridge-partners.ts'
import { components, degreeCentralisation, maxCore } from '../network/graph-measures.ts'
import type { Edge, Graph } from '../network/graph.ts'
import { rateInterval } from '../statistics/rate-interval.ts'
import type { Interval } from '../statistics/wilson.ts'
import type { IncomeSpread } from './income-groups.ts'
import type { RunningTies } from './running-ties.ts'
import { share } from './signal.ts'
import type { TieHistory } from './tie-history.ts'

/** Figures of a month that are shown and call for nothing. Shares 0..1; null where undefined. Source: docs/indicators.md §4A, §4B, §6. */
export interface NetworkMeasures {
  /** Pair instances of the window whose pair was seen on an earlier day, of all pair instances. */
  readonly repeatShare: number | null
  readonly pairInstances: number
  /** Partners whose first joining lies in the window, of the partners who joined in it. */
  readonly newPartnerRate: number | null
  readonly partnersJoined: number
  /** Memberships begun and ended in the window; null where memberships are not kept. */
  readonly entries: number | null
  readonly exits: number | null
  /** Exits a partner-year, with the interval of a Gamma posterior. */
  readonly exitRate: number | null
  readonly exitInterval: Interval | null
  readonly partnerYears: number | null
  /** One minus the common part of the running ties now and twelve months ago. */
  readonly tieTurnover: number | null
  readonly ties: number
  readonly components: number
  readonly largestComponent: number
  readonly maxCore: number | null
  /** Partners with exactly one initiative ever, of all partners ever. */
  readonly oneInitiativeShare: number | null
  readonly partnersEver: number
  readonly income: IncomeSpread
  /** Income of the window that is not money of the community's currency, each in its own unit. */
  readonly otherIncome: readonly { readonly unit: string; readonly amount: number }[]
}

/** What is worked out from the graph of running ties, once for each change of it. */
export interface GraphFigures {
  readonly edges: readonly Edge[]
  readonly bridges: readonly BridgePartner[]
  readonly degreeCentralisation: number | null
  readonly components: number
  readonly largestComponent: number
  readonly maxCore: number | null
}

export function graphFigures(ties: RunningTies): () => GraphFigures {
  let version = -1
  let known: GraphFigures | null = null
  return () => {
    if (known !== null && version === ties.version()) return known
    version = ties.version()
    known = figuresOf(ties.edges(), ties.graph())
    return known
  }
}

/** Each is worked out when it is asked for: most months ask for bridges alone. */
function figuresOf(edges: readonly Edge[], graph: Graph): GraphFigures {
  let bridges: readonly BridgePartner[] | null = null
  let parts: readonly (readonly string[])[] | null = null
  const partsOf = () => (parts ??= components(graph))
  return {
    edges,
    get bridges() {
      return (bridges ??= bridgePartners(graph))
    },
    get degreeCentralisation() {
      return degreeCentralisation(graph)
    },
    get components() {
      return partsOf().length
    },
    get largestComponent() {
      return partsOf()[0]?.length ?? 0
    },
    get maxCore() {
      return maxCore(graph)
    },
  }
}

export interface MembershipFlow {
  readonly entries: number
  readonly exits: number
  /** Members summed over the first days of the months of the window. */
  readonly memberMonths: number
}

const MONTHS_PER_YEAR = 12

export function networkMeasures(
  history: TieHistory,
  ties: RunningTies,
  graph: GraphFigures,
  flow: MembershipFlow | null,
  income: IncomeSpread,
  otherIncome: NetworkMeasures['otherIncome'],
): NetworkMeasures {
  const { common, either } = ties.beside()
  const partnerYears = flow === null ? null : flow.memberMonths / MONTHS_PER_YEAR
  const stayed = share(common, either)
  return {
    repeatShare: share(history.repeats(), history.pairInstances()),
    pairInstances: history.pairInstances(),
    newPartnerRate: share(history.newPartners(), history.partners()),
    partnersJoined: history.partners(),
    entries: flow?.entries ?? null,
    exits: flow?.exits ?? null,
    exitRate: flow === null || partnerYears === null ? null : share(flow.exits, partnerYears),
    exitInterval: flow === null || partnerYears === null ? null : rateInterval(flow.exits, partnerYears),
    partnerYears,
    tieTurnover: stayed === null ? null : 1 - stayed,
    ties: graph.edges.length,
    components: graph.components,
    largestComponent: graph.largestComponent,
    maxCore: graph.maxCore,
    oneInitiativeShare: share(history.withOneInitiative(), history.ever()),
    partnersEver: history.ever(),
    income,
    otherIncome,
  }
}
