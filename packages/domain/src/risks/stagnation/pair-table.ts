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

const EMPTY = -1

export function pairTable(partners: Numbered, initiatives: Numbered): PairTable {
  /** The two of each pair side by side, the lesser number first. */
  let both = new Int32Array(256)
  /** Pairs by a number made of the two, or the next free place after it; at most half full, so that few places are looked at. */
  let places = new Int32Array(256).fill(EMPTY)
  let size = 0
  const byPartner: number[][] = []
  const listOf = (partner: number): number[] => {
    while (byPartner.length <= partner) byPartner.push([])
    return byPartner[partner] as number[]
  }
  /** The place of a pair, or the free one where it would be. */
  const placeOf = (low: number, high: number): number => {
    const last = places.length - 1
    let place = Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b)
    place = (place ^ (place >>> 15)) & last
    for (;;) {
      const pair = places[place] as number
      if (pair === EMPTY || (both[2 * pair] === low && both[2 * pair + 1] === high)) return place
      place = (place + 1) & last
    }
  }
  const grow = () => {
    const grown = new Int32Array(2 * both.length)
    grown.set(both)
    both = grown
    places = new Int32Array(2 * places.length).fill(EMPTY)
    for (let pair = 0; pair < size; pair += 1)
      places[placeOf(both[2 * pair] as number, both[2 * pair + 1] as number)] = pair
  }
  return {
    partners,
    initiatives,
    pairOf(one, other) {
      const [low, high] = one < other ? [one, other] : [other, one]
      const known = places[placeOf(low, high)] as number
      if (known !== EMPTY) return known
      if (2 * (size + 1) > places.length) grow()
      const pair = size
      size += 1
      both[2 * pair] = low
      both[2 * pair + 1] = high
      places[placeOf(low, high)] = pair
      listOf(low).push(pair)
      listOf(high).push(pair)
      return pair
    },
    oneOf: (pair) => both[2 * pair] as number,
    otherOf: (pair) => both[2 * pair + 1] as number,
    partnerIn: (pair, not) => (both[2 * pair] === not ? (both[2 * pair + 1] as number) : (both[2 * pair] as number)),
    pairsOf: (partner) => byPartner[partner] ?? [],
    namesOf(pair) {
      const names = [partners.nameOf(both[2 * pair] as number), partners.nameOf(both[2 * pair + 1] as number)].sort()
      return [names[0] as string, names[1] as string]
    },
  }
}
