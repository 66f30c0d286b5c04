import type { Month } from '../../values/month.ts'
import { withNewFunders } from '../explain/funding-events.ts'
import { moneyOf, numberOf } from '../explain/value.ts'
import { hypothetical, withHeld, withRoom } from './hypothetical.ts'
import type { OpenedMonth } from './sign-month.ts'
import { counted, type Growing, MOST, numbers, running, stepOf, twentieth } from './growing.ts'

const MEETING_HOURS = 2

/** A private funder who pays at once. */
export function privateIncome(opened: OpenedMonth, month: Month): Growing {
  const unit = twentieth(opened, 'income')
  return {
    most: unit === 0 ? 0 : MOST,
    step: (count) => stepOf('private-income', { amount: moneyOf(unit * count) }),
    apply: (history, count) => withNewFunders(history, month, 1, unit * count, 'payment'),
  }
}

/** Hours in spaces of somebody who is no public body. */
export function otherHosts(opened: OpenedMonth, month: Month): Growing {
  const unit = twentieth(opened, 'hostedMinutes')
  return {
    most: unit === 0 ? 0 : MOST,
    step: (count) => stepOf('other-hosts', { hours: numberOf(unit * count) }),
    apply: (history, count) =>
      withHeld(history, month, [
        { spaceId: hypothetical('space'), hostId: hypothetical('host'), initiativeId: null, hours: unit * count },
      ]),
  }
}

export function room(month: Month): Growing {
  return { most: 1, step: () => stepOf('room', {}), apply: (history) => withRoom(history, month) }
}

/** Meetings of two hours in a room, of one running initiative after the other. */
export function meetingsInRooms(opened: OpenedMonth, month: Month): Growing {
  const hosts = running(opened)
  return {
    most: opened.facts.history.bookings === null ? 0 : MOST,
    step: (count) => stepOf('meetings-in-rooms', counted(count)),
    apply: (history, count) =>
      withHeld(
        withRoom(history, month),
        month,
        numbers(count).map((index) => ({
          spaceId: hypothetical('room'),
          hostId: null,
          initiativeId: hosts[index % hosts.length] ?? null,
          hours: MEETING_HOURS,
        })),
      ),
  }
}
