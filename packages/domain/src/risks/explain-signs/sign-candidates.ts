import { type Candidate, worstOf } from '../explain/driver.ts'
import { moneyOf, numberOf, type Sentence, shareOf } from '../explain/value.ts'
import type { History } from '../history.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'
import { type SignPart, signParts } from '../secondary/sign-parts.ts'
import type { OpenedMonth, SignMonth } from './sign-month.ts'
import { type ShareKind, signRows } from './sign-rows.ts'
import { type LeftOut, withoutFact } from './without-fact.ts'

/** Most facts of each kind that are left out; those with the largest share in what the sign is read from. Source: docs/adr/0114. */
const MOST: Readonly<Record<LeftOut, number>> = { initiative: 12, partner: 12, person: 8 }

export type SignCandidate = Candidate<ShareKind>

/**
 * Facts that may drive a sign, and how many there are: by their shares in what the parts that decide are read from, then in the rest.
 * Persons are among them only where they may be named.
 */
export function signCandidates(
  history: History,
  opened: OpenedMonth,
  { now, sign }: { readonly now: SignMonth; readonly sign: SecondaryFlagName },
  namesPersons: boolean,
): { readonly candidates: readonly SignCandidate[]; readonly of: number } {
  const deciding = worstOf(now.grades)
  const [first, rest] = [true, false].map((isFirst) =>
    largestShares(
      opened,
      signParts[sign].filter((part) => deciding.includes(part) === isFirst),
    ),
  ) as [Shares, Shares]
  const shares = [...first.values(), ...[...rest].flatMap(([key, one]) => (first.has(key) ? [] : [one]))]
  const kinds: readonly LeftOut[] = namesPersons ? ['person', 'initiative', 'partner'] : ['initiative', 'partner']
  const found = kinds.map((kind) => shares.filter((one) => one.kind === kind))
  return {
    candidates: found.flatMap((ranked, index) =>
      ranked.slice(0, MOST[kinds[index] as LeftOut]).map(({ kind, id, of, size, share }): SignCandidate => ({
        fact: { kind, id, said: sayShare(of, size, share) },
        weight: share,
        without: () => withoutFact[kind](history, id),
      })),
    ),
    of: shares.filter((one) => kinds.includes(one.kind)).length,
  }
}

interface Share {
  readonly kind: LeftOut
  readonly id: string
  /** What it is a share of, how much of it there is, and 0..1 of the whole. */
  readonly of: ShareKind
  readonly size: number
  readonly share: number
}

/** By kind and id, the largest first. */
type Shares = ReadonlyMap<string, Share>

/** Of what parts are read from, what each initiative, partner and person has its largest share in; nothing less than some. */
function largestShares(opened: OpenedMonth, parts: readonly SignPart[]): Shares {
  const wholes = new Map<string, number>()
  const sizes = new Map<string, Omit<Share, 'share'> & { readonly whole: string }>()
  for (const { kind: of, whole: group, of: owners, size } of signRows(opened, parts)) {
    const whole = `${of} ${group}`
    wholes.set(whole, (wholes.get(whole) ?? 0) + size)
    for (const [kind, id] of owners) {
      const key = JSON.stringify([whole, kind, id])
      sizes.set(key, { kind, id, of, whole, size: (sizes.get(key)?.size ?? 0) + size })
    }
  }
  const largest = new Map<string, Share>()
  for (const { whole, ...one } of sizes.values()) {
    const all = wholes.get(whole) ?? 0
    const share = all > 0 ? one.size / all : 0
    const key = `${one.kind} ${one.id}`
    if (share > (largest.get(key)?.share ?? 0)) largest.set(key, { ...one, share })
  }
  return new Map([...largest].sort(([, a], [, b]) => b.share - a.share || b.size - a.size || (a.id < b.id ? -1 : 1)))
}

function sayShare(code: ShareKind, size: number, share: number): Sentence<ShareKind> {
  switch (code) {
    case 'income':
      return { code, values: { amount: moneyOf(size), share: shareOf(share) } }
    case 'meetings':
    case 'hours':
      return { code, values: { hours: numberOf(size), share: shareOf(share) } }
    default:
      return { code, values: { count: numberOf(size), share: shareOf(share) } }
  }
}
