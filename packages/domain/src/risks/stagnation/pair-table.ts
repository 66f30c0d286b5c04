import type { Numbered } from '../numbered.ts'

/** Numbers of partners, initiatives and pairs of partners, shared by all copies of a fold: it only ever learns new ones. */
export interface PairTable {
  readonly partners: Numbered
  readonly initiatives: Numbered
  readonly pairOf: (one: number, other: number) => number
  /** The two partners of a pair, in no order that means anything. */
  readonly oneOf: (pair: number) => number
  readonly otherOf: (pair: number) => number
  /** The partner of the pair who is not the given one. */
  readonly partnerIn: (pair: number, not: number) => number
  /** All pairs a partner has ever been in. */
  readonly pairsOf: (partner: number) => readonly number[]
  /** Names of the two, sorted. */
  readonly namesOf: (pair: number) => readonly [string, string]
}

export function pairTable(partners: Numbered, initiatives: Numbered): PairTable {
  /** Pairs by the lesser number of the two, then by the other. */
  const numbers: Map<number, number>[] = []
  const ones: number[] = []
  const others: number[] = []
  const byPartner: number[][] = []
  const listOf = (partner: number): number[] => {
    while (byPartner.length <= partner) byPartner.push([])
    return byPartner[partner] as number[]
  }
  return {
    partners,
    initiatives,
    pairOf(one, other) {
      const [low, high] = one < other ? [one, other] : [other, one]
      while (numbers.length <= low) numbers.push(new Map())
      const ofLow = numbers[low] as Map<number, number>
      const known = ofLow.get(high)
      if (known !== undefined) return known
      const pair = ones.length
      ofLow.set(high, pair)
      ones.push(one)
      others.push(other)
      listOf(one).push(pair)
      listOf(other).push(pair)
      return pair
    },
    oneOf: (pair) => ones[pair] as number,
    otherOf: (pair) => others[pair] as number,
    partnerIn: (pair, not) => (ones[pair] === not ? (others[pair] as number) : (ones[pair] as number)),
    pairsOf: (partner) => byPartner[partner] ?? [],
    namesOf(pair) {
      const names = [partners.nameOf(ones[pair] as number), partners.nameOf(others[pair] as number)].sort()
      return [names[0] as string, names[1] as string]
    },
  }
}
