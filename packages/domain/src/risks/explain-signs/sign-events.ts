import type { Month } from '../../values/month.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'
import type { Signal } from '../secondary/signal.ts'
import { meetingsInRooms, otherHosts, privateIncome, room } from './events-of-means.ts'
import { aroundBridge, otherLeads, otherSectors, youthBegins, youthJoins } from './events-of-partners.ts'
import { deputies, paidHours, secondContacts } from './events-of-people.ts'
import type { Growing } from './growing.ts'
import type { OpenedMonth } from './sign-month.ts'

type Events = (opened: OpenedMonth, signal: Signal, month: Month) => Growing[]

/** What might happen that would lower a sign, in the order it is said. */
export const signEvents: Readonly<Record<SecondaryFlagName, Events>> = {
  'sector-failure': (opened, signal, month) => [otherSectors(opened, signal, month)],
  personalisation: (opened, _, month) => [deputies(opened, month), secondContacts(opened, month)],
  'one-organisation': (opened, _, month) => [otherLeads(opened, month, () => true), aroundBridge(opened, month)],
  'public-dominance': (opened, _, month) => [
    otherLeads(opened, month, (id) => !opened.facts.publicFunders.has(id)),
    privateIncome(opened, month),
    otherHosts(opened, month),
  ],
  places: (opened, { parts }, month) => [...(parts['noDoor'] ? [room(month)] : []), meetingsInRooms(opened, month)],
  youth: (opened, _, month) => [youthJoins(opened, month), youthBegins(month)],
  volunteering: (opened, _, month) => [paidHours(opened, month)],
}
