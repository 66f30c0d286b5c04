import { type Sector, sectors } from '../../partners/sectors.ts'
import type { Month } from '../../values/month.ts'
import type { History } from '../history.ts'
import { components } from '../network/graph-measures.ts'
import { PRIVATE_SECTORS } from '../secondary/sector-failure.ts'
import type { Signal } from '../secondary/signal.ts'
import { hypothetical, withJoined, withPartners, withStarted } from './hypothetical.ts'
import type { OpenedMonth } from './sign-month.ts'
import { counted, type Growing, initiatives, MOST, numbers, running, stepOf } from './growing.ts'

const YOUTH = 'youth-group'
const withYouth = (history: History) => withPartners(history, [{ id: hypothetical('youth group'), sector: YOUTH }])

/** New partners of the sectors that are missing, then of all but the largest in turn, each in one running initiative. */
export function otherSectors(opened: OpenedMonth, { contributors }: Signal, month: Month): Growing {
  const hosts = running(opened)
  const largest = Object.keys((contributors['bySector'] ?? {}) as Record<string, number>)[0]
  const missing = [...((contributors['missingCoreSectors'] ?? []) as readonly Sector[])].sort(
    (a, b) => Number(PRIVATE_SECTORS.includes(b)) - Number(PRIVATE_SECTORS.includes(a)) || (a < b ? -1 : 1),
  )
  const order = [...missing, ...sectors.filter((one) => one !== largest && !missing.includes(one))]
  const partner = (index: number) => hypothetical('partner', index)
  return {
    most: hosts.length === 0 ? 0 : MOST,
    step: (count) => ({ ...stepOf('other-sectors', counted(count)), sectors: missing.slice(0, count) }),
    apply: (history, count) =>
      withJoined(
        withPartners(
          history,
          numbers(count).map((index) => ({ id: partner(index), sector: order[index % order.length] as Sector })),
        ),
        month,
        numbers(count).map((index) => [hosts[index % hosts.length] as string, partner(index)]),
      ),
  }
}

/** Partners who take part in running initiatives lead them along, those who lead least first, one each before anybody leads two more. */
export function otherLeads({ reader }: OpenedMonth, month: Month, mayLead: (partnerId: string) => boolean): Growing {
  const { work } = reader
  const leading = work.now.leads()
  const leads = work.sectors.leads()
  const free = [...work.now.partners()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([initiativeId, partners]) =>
      [...partners].flatMap((id) =>
        mayLead(id) && !leading.get(initiativeId)?.has(id) ? [[initiativeId, id] as const] : [],
      ),
    )
  const turns = [...Map.groupBy(free, ([, id]) => id)].flatMap(([id, roles]) =>
    roles.map((role, turn) => ({ role, id, leads: (leads.get(id) ?? 0) + turn })),
  )
  const roles = turns.sort((a, b) => a.leads - b.leads || (a.id < b.id ? -1 : 1)).map(({ role }) => role)
  return {
    most: Math.min(MOST, roles.length),
    step: (count) =>
      stepOf('other-leads', counted(count), initiatives([...new Set(roles.slice(0, count).map(([id]) => id))])),
    apply: (history, count) => withJoined(history, month, roles.slice(0, count), 'co-lead'),
  }
}

/** Initiatives between those whom the partner that cuts off most holds to the others, and the largest rest. */
export function aroundBridge({ reader }: OpenedMonth, month: Month): Growing {
  const bridge = reader.graph().bridges[0]?.name ?? ''
  const graph = reader.work.ties.graph()
  const beside = graph.get(bridge)
  const parts = components(graph, new Set([bridge])).filter((part) => part.some((name) => beside?.has(name)))
  const [largest = [], ...others] = parts
  return {
    most: Math.min(MOST, others.length),
    step: (count) =>
      stepOf(
        'around-bridge',
        counted(count),
        others.slice(0, count).flatMap(([id]) => (id === undefined ? [] : [['partner', id] as const])),
      ),
    apply: (history, count) =>
      withStarted(
        history,
        month,
        others.slice(0, count).map(([id], index) => [id as string, largest[index % largest.length] as string]),
      ),
  }
}

/** A youth group joins running initiatives that have none. */
export function youthJoins(opened: OpenedMonth, month: Month): Growing {
  const sectorOf = new Map(opened.facts.history.organisations.map((one) => [one.id, one.sector]))
  const without = [...opened.reader.work.now.partners()]
    .flatMap(([id, partners]) => ([...partners].some((one) => sectorOf.get(one) === YOUTH) ? [] : [id]))
    .sort()
  return {
    most: Math.min(MOST, without.length),
    step: (count) => stepOf('youth-joins', counted(count), initiatives(without.slice(0, count))),
    apply: (history, count) =>
      withJoined(
        withYouth(history),
        month,
        without.slice(0, count).map((id) => [id, hypothetical('youth group')]),
      ),
  }
}

/** Initiatives begin that a youth group leads. */
export function youthBegins(month: Month): Growing {
  return {
    most: MOST,
    step: (count) => stepOf('youth-begins', counted(count)),
    apply: (history, count) =>
      withStarted(
        withYouth(history),
        month,
        numbers(count).map(() => [hypothetical('youth group')]),
        'lead',
      ),
  }
}
