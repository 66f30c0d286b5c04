import { monthIndexOfDayNumber } from '../../values/month.ts'
import type { PlacesInputs } from './places.ts'
import type { PublicPart } from './public-dominance.ts'
import type { SecondaryMonth } from './secondary-facts.ts'
import { presence } from './presence.ts'
import { slidingSums } from './sliding-sums.ts'

/** Where the partners of the window met, whose space it was, and what was booked and came to nothing. */
export interface MeetingHours {
  readonly absorb: (month: number, facts: SecondaryMonth, partnersOf: (initiativeId: string) => number) => void
  readonly slideTo: (month: number) => void
  readonly read: (hasDoorHistory: boolean) => PlacesInputs
  readonly hosted: (publicBodies: ReadonlySet<string>, localBodies: ReadonlySet<string>) => PublicPart
}

/**
 * Partner-minutes are the minutes of a meeting times the partners of its initiative then, one where it has none. Of a hybrid meeting
 * as many partners count as physical as heads were counted in the room, at most all; half of them where nobody counted. Kept in
 * halves, so that they stay integers. Source: docs/adr/0073.
 */
export function meetingHours(windowMonths: number, doorMonths: number): MeetingHours {
  const sums = slidingSums(windowMonths)
  const hosts = slidingSums(windowMonths)
  const doors = presence(doorMonths)

  return {
    absorb(month, facts, partnersOf) {
      for (const meeting of facts.meetings) {
        sums.add('held', 1)
        if (meeting.hostId !== null) hosts.add(meeting.hostId, meeting.minutes)
        if (meeting.kind === null) {
          sums.add('unknown', 1)
          continue
        }
        const partners = meeting.initiativeId === null ? 1 : Math.max(1, partnersOf(meeting.initiativeId))
        sums.add('meetings', 1)
        sums.add('all', 2 * partners * meeting.minutes)
        sums.add('physical', physicalHalves(meeting.kind, partners, meeting.attendance) * meeting.minutes)
      }
      for (const lost of facts.bookingsLost) sums.add('lost', lost)
      for (const id of facts.doorsOpened) doors.begin(id)
      for (const { id, on } of facts.doorsClosed) doors.end(id, monthIndexOfDayNumber(on - 1))
    },
    slideTo(month) {
      for (const one of [sums, hosts, doors]) one.slideTo(month)
    },
    read: (hasDoorHistory) => ({
      physicalHalves: sums.of('physical'),
      allHalves: sums.of('all'),
      meetings: sums.of('meetings'),
      meetingsOfUnknownKind: sums.of('unknown'),
      byHost: new Map(hosts.entries()),
      held: sums.of('held'),
      lost: sums.of('lost'),
      doors: hasDoorHistory ? doors.size() : null,
    }),
    hosted(publicBodies, localBodies) {
      const part = { public: 0, local: 0, whole: 0 }
      for (const [hostId, minutes] of hosts.entries()) {
        part.whole += minutes
        if (publicBodies.has(hostId)) part.public += minutes
        if (localBodies.has(hostId)) part.local += minutes
      }
      return part
    },
  }
}

function physicalHalves(kind: string, partners: number, attendance: number | null): number {
  if (kind === 'physical') return 2 * partners
  if (kind === 'digital') return 0
  return attendance === null ? partners : 2 * Math.min(partners, attendance)
}
