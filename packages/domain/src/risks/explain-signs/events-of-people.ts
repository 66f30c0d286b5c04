import { addMonths, type Month } from '../../values/month.ts'
import { numberOf } from '../explain/value.ts'
import { dayIn, hypothetical } from './hypothetical.ts'
import type { OpenedMonth } from './sign-month.ts'
import { signRows } from './sign-rows.ts'
import { counted, type Growing, initiatives, MOST, running, stepOf, twentieth } from './growing.ts'

/** A second person, each another one, for running initiatives that one person alone coordinates. */
export function deputies({ reader }: OpenedMonth, month: Month): Growing {
  const alone = [...reader.work.now.coordinators()].flatMap(([id, people]) => (people.size === 1 ? [id] : [])).sort()
  return {
    most: Math.min(MOST, alone.length),
    step: (count) => stepOf('deputies', counted(count), initiatives(alone.slice(0, count))),
    apply: (history, count) => ({
      ...history,
      coordinations: [
        ...(history.coordinations ?? []),
        ...alone.slice(0, count).map((initiativeId, index) => ({
          initiativeId,
          personId: hypothetical('person', index),
          from: dayIn(month),
          to: null,
          hours: null,
        })),
      ],
    }),
  }
}

/** A second person for partners for whom one acts. */
export function secondContacts(opened: OpenedMonth, month: Month): Growing {
  const acting = Map.groupBy(
    signRows(opened, ['soleContacts']).flatMap(({ of }) => of.filter(([kind]) => kind === 'partner')),
    ([, id]) => id,
  )
  const sole = [...acting].flatMap(([id, people]) => (people.length === 1 ? [id] : [])).sort()
  return {
    most: Math.min(MOST, sole.length),
    step: (count) =>
      stepOf(
        'second-contacts',
        counted(count),
        sole.slice(0, count).map((id) => ['partner', id]),
      ),
    apply: (history, count) => ({
      ...history,
      representations: [
        ...(history.representations ?? []),
        ...sole.slice(0, count).map((organisationId, index) => ({
          personId: hypothetical('contact', index),
          organisationId,
          capacity: 'partner',
          isPaid: null,
          from: dayIn(month),
          to: null,
        })),
      ],
    }),
  }
}

/** Somebody coordinates a running initiative for so many hours of the month on paid time. */
export function paidHours(opened: OpenedMonth, month: Month): Growing {
  const unit = twentieth(opened, 'volunteerShare')
  const [initiativeId] = running(opened)
  const personId = hypothetical('person')
  return {
    most: unit === 0 || initiativeId === undefined ? 0 : MOST,
    step: (count) => stepOf('paid-hours', { hours: numberOf(unit * count) }),
    apply: (history, count) => ({
      ...history,
      representations: [
        ...(history.representations ?? []),
        {
          personId,
          organisationId: hypothetical('partner'),
          capacity: 'partner',
          isPaid: true,
          from: dayIn(month),
          to: null,
        },
      ],
      coordinations: [
        ...(history.coordinations ?? []),
        {
          initiativeId: initiativeId as string,
          personId,
          from: dayIn(month),
          // Still at it when the next reading asks whether anybody is paid; all hours lie before.
          to: `${addMonths(month, 1)}-01`,
          hours: unit * count,
        },
      ],
    }),
  }
}
