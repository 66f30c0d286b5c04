import { type Sector, sectors } from '@commonweal/domain/partners/sectors'
import { type PledgeRoute, pledgeRoutes } from '@commonweal/domain/pledges/pledge'
import {
  type Adding,
  FURTHEST_MONTHS,
  type Leaving,
  nobodyLeaves,
  nothingAdded,
} from '@commonweal/domain/risks/what-if/question'

/** The question as the address holds it: entries joined by dots, parts of an entry by underscores, so that nothing needs escaping. */
export interface WhatIfSearch {
  readonly leave?: string
  readonly add?: string
  readonly month?: string
  readonly ahead?: number
  readonly go?: 'as-planned'
}

export const USUAL_HORIZON = 18
const MOST_ENTRIES = 40
const ids = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const isId = (text: string) => new RegExp(`^${ids}$`).test(text)
const isSector = (text: string): text is Sector => (sectors as readonly string[]).includes(text)
const isRoute = (text: string): text is PledgeRoute => (pledgeRoutes as readonly string[]).includes(text)

/** What the address may say; anything else is left out. */
export function readWhatIfSearch(raw: Record<string, unknown>): WhatIfSearch {
  const { leave, add, month, ahead, go } = raw
  const kept = (text: unknown, isKnown: (entry: string) => boolean) =>
    typeof text === 'string' ? text.split('.').filter(isKnown).slice(0, MOST_ENTRIES).join('.') : ''
  const leaving = kept(leave, (entry) => readLeaving(entry) !== null)
  const adding = kept(add, (entry) => readAdding(entry) !== null)
  const months = Number(ahead)
  return {
    ...(leaving === '' ? {} : { leave: leaving }),
    ...(adding === '' ? {} : { add: adding }),
    ...(typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(Number.isInteger(months) && months >= 1 && months <= FURTHEST_MONTHS ? { ahead: months } : {}),
    ...(go === 'as-planned' ? { go } : {}),
  }
}

/** Entries of `leave`, as the chooser shows them: `council`, `sector_…`, `org_…`, `space_…`. */
export function leaveEntries(search: WhatIfSearch): string[] {
  return search.leave === undefined ? [] : search.leave.split('.')
}

export function leavingOf(search: WhatIfSearch): Leaving {
  return leaveEntries(search).reduce<Leaving>(
    (leaving, entry) => ({ ...leaving, ...readLeaving(entry, leaving) }),
    nobodyLeaves,
  )
}

export function addEntries(search: WhatIfSearch): string[] {
  return search.add === undefined ? [] : search.add.split('.')
}

export function addingOf(search: WhatIfSearch): Adding {
  return addEntries(search).reduce<Adding>((adding, entry) => {
    const read = readAdding(entry)
    return {
      pledges: [...adding.pledges, ...(read?.pledges ?? [])],
      partners: [...adding.partners, ...(read?.partners ?? [])],
      initiatives: [...adding.initiatives, ...(read?.initiatives ?? [])],
    }
  }, nothingAdded)
}

export const pledgeEntry = (organisationId: string | null, amountMinor: number, months: number) =>
  `pledge_${organisationId ?? 'new'}_${amountMinor}_${months}_partner-co-funding`
export const partnerEntry = (sector: string, initiativeId: string | null) =>
  `partner_${sector}_${initiativeId ?? 'none'}`
export const initiativeEntry = (organisationIds: readonly string[], months: number) =>
  `initiative_${months}_${organisationIds.join('_')}`

function readLeaving(entry: string, before: Leaving = nobodyLeaves): Partial<Leaving> | null {
  if (entry === 'council') return { isLocalGovernment: true }
  const [kind = '', name = ''] = split(entry)
  if (kind === 'sector' && isSector(name)) return { sectors: [...before.sectors, name] }
  if (kind === 'org' && isId(name)) return { organisationIds: [...before.organisationIds, name] }
  if (kind === 'space' && isId(name)) return { spaceIds: [...before.spaceIds, name] }
  return null
}

function readAdding(entry: string): Partial<Adding> | null {
  const [kind, ...parts] = split(entry)
  const [first = '', second = '', third = '', route = ''] = parts
  const isMonths = (text: string) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= FURTHEST_MONTHS
  if (kind === 'pledge' && (first === 'new' || isId(first)) && /^[1-9]\d{0,11}$/.test(second) && isMonths(third)) {
    if (!isRoute(route)) return null
    const organisationId = first === 'new' ? null : first
    return { pledges: [{ organisationId, amountMinor: Number(second), months: Number(third), route }] }
  }
  if (kind === 'partner' && isSector(first) && (second === 'none' || isId(second)))
    return { partners: [{ sector: first, initiativeId: second === 'none' ? null : second }] }
  if (kind === 'initiative' && isMonths(first)) {
    const organisationIds = parts.slice(1)
    if (organisationIds.length === 0 || organisationIds.length > 15 || !organisationIds.every(isId)) return null
    return { initiatives: [{ organisationIds, months: Number(first) }] }
  }
  return null
}

const split = (entry: string) => entry.split('_')
