import type { Day } from '../values/day.ts'
import { daysBetween } from '../values/month.ts'
import { readAccount, type Account } from './account.ts'
import { measures, type Measure, type Measured } from './measured.ts'
import { isClosed, type PledgeStatus } from './pledge.ts'

/**
 * Where a pledge stands today, derived from its status, its instalments and what arrived; never stored.
 * unconfirmed: an offer, nothing is owed. closed: declined, withdrawn, cancelled or written off; late-after-close: and
 * something arrived after that day. receipts-not-kept: nobody keeps what arrives, so nothing can be said. not-planned: nobody
 * said when it falls due. not-due, due (today), overdue (its day has passed), partly-received, fulfilled, over-fulfilled.
 */
export const pledgeStandings = [
  'unconfirmed',
  'not-planned',
  'not-due',
  'due',
  'overdue',
  'partly-received',
  'fulfilled',
  'over-fulfilled',
  'closed',
  'late-after-close',
  'receipts-not-kept',
] as const
export type PledgeStandingName = (typeof pledgeStandings)[number]

export const instalmentStandings = ['not-due', 'due', 'overdue', 'partly-received', 'fulfilled'] as const
export type InstalmentStandingName = (typeof instalmentStandings)[number]

export interface PledgeStatement extends Measured {
  readonly status: PledgeStatus
  /** Day of the step that closed it; null while it is open, and where that day is not known. */
  readonly closedOn: Day | null
}

export interface InstalmentStatement extends Measured {
  readonly dueOn: Day
}

export interface ReceiptStatement extends Measured {
  readonly receivedOn: Day
}

export interface InstalmentStanding {
  /** Null where nothing is owed (the pledge is not confirmed) or nothing can be said (receipts are not kept). */
  readonly standing: InstalmentStandingName | null
  /** In the smallest parts of its measure; null like the standing. */
  readonly receivedParts: number | null
  /** Days since its day, of what has not arrived; null where it is not overdue. */
  readonly overdueDays: number | null
}

export interface PledgeStanding {
  readonly standing: PledgeStandingName
  /** Age of the oldest overdue instalment in days; null where none is overdue. */
  readonly overdueDays: number | null
  /** One account a measure the pledge is counted in; a freedom grant may have both. */
  readonly accounts: Readonly<Partial<Record<Measure, Account>>>
  /** One for each instalment given, in the order given. */
  readonly instalments: readonly InstalmentStanding[]
}

const nothingToSay: InstalmentStanding = { standing: null, receivedParts: null, overdueDays: null }

/**
 * Where a pledge stands at the end of a day. Receipts settle the instalments that fell due first, whatever they were meant
 * for; receipts after today are not seen. receipts null: this community does not keep what arrives, and then nothing is
 * ever overdue. Source: docs/adr/0045.
 */
export function pledgeStanding(
  pledge: PledgeStatement,
  instalments: readonly InstalmentStatement[],
  receipts: readonly ReceiptStatement[] | null,
  today: Day,
): PledgeStanding {
  const seen = receipts?.filter((receipt) => receipt.receivedOn <= today) ?? null
  const isOwed = pledge.status === 'confirmed'
  const accounts: Partial<Record<Measure, Account>> = {}
  const standings = instalments.map(() => nothingToSay)
  for (const measure of measures) {
    const account = readAccount(measure, pledge, instalments, seen, today)
    if (account === null) continue
    accounts[measure] = account
    if (!isOwed) continue
    for (const { index, dueOn, parts, receivedParts } of account.allocations)
      standings[index] = instalmentStanding(dueOn, parts, receivedParts, today)
  }
  const standing = nameOf(pledge, Object.values(accounts), seen)
  const since = Object.values(accounts)
    .flatMap((account) => account.settled?.overdueSince ?? [])
    .sort()[0]
  const overdueDays = standing === 'overdue' && since !== undefined ? daysBetween(since, today) : null
  return { standing, overdueDays, accounts, instalments: standings }
}

function instalmentStanding(dueOn: Day, parts: number, receivedParts: number, today: Day): InstalmentStanding {
  if (receivedParts >= parts) return { standing: 'fulfilled', receivedParts, overdueDays: null }
  if (dueOn < today) return { standing: 'overdue', receivedParts, overdueDays: daysBetween(dueOn, today) }
  if (dueOn === today) return { standing: 'due', receivedParts, overdueDays: null }
  return { standing: receivedParts > 0 ? 'partly-received' : 'not-due', receivedParts, overdueDays: null }
}

function nameOf(
  { status, closedOn }: PledgeStatement,
  accounts: readonly Account[],
  receipts: readonly ReceiptStatement[] | null,
): PledgeStandingName {
  if (isClosed(status)) {
    const isLate = receipts?.some((one) => closedOn !== null && one.receivedOn > closedOn && isSomething(one))
    return isLate ? 'late-after-close' : 'closed'
  }
  if (status !== 'confirmed') return 'unconfirmed'
  if (receipts === null) return 'receipts-not-kept'
  const settled = accounts.flatMap((account) => account.settled ?? [])
  if (settled.some((one) => one.overdue > 0)) return 'overdue'
  if (settled.some((one) => one.due > 0)) return 'due'
  if (accounts.length > 0 && accounts.every((one) => (one.settled?.received ?? 0) >= one.promised))
    return settled.some((one) => one.beyond > 0) ? 'over-fulfilled' : 'fulfilled'
  if (settled.some((one) => one.received > 0)) return 'partly-received'
  return accounts.some((one) => one.planned > 0) ? 'not-due' : 'not-planned'
}

function isSomething({ amountMinor, quantity }: Measured): boolean {
  return (amountMinor ?? quantity ?? 0) > 0
}
