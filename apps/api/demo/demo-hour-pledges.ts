import { every } from './demo-pledges.ts'

/** A promise of hours, rooms or goods, counted in its own unit. */
export interface HourPledge {
  readonly id: string
  readonly organisationId: string
  readonly kind: 'space-hours' | 'staff-time' | 'volunteer-time' | 'in-kind'
  readonly from: number
  readonly to: number
  readonly quantity: number
  readonly unit: string
  readonly due: readonly number[]
}

export const hourPledges: readonly HourPledge[] = [
  {
    id: 'p-council-hall',
    organisationId: 'council',
    kind: 'space-hours',
    from: 48,
    to: 65,
    quantity: 900,
    unit: 'hours',
    due: every(6, 53, 65),
  },
  {
    id: 'p-council-post',
    organisationId: 'council',
    kind: 'staff-time',
    from: 48,
    to: 65,
    quantity: 1_440,
    unit: 'hours',
    due: every(6, 53, 65),
  },
  {
    id: 'p-school-stage',
    organisationId: 'secondary',
    kind: 'space-hours',
    from: 12,
    to: 59,
    quantity: 320,
    unit: 'hours',
    due: every(12, 23, 59),
  },
  {
    id: 'p-repair-hands',
    organisationId: 'repair',
    kind: 'volunteer-time',
    from: 44,
    to: 67,
    quantity: 480,
    unit: 'hours',
    due: every(6, 49, 67),
  },
  {
    id: 'p-bakery-bread',
    organisationId: 'bakery',
    kind: 'in-kind',
    from: 6,
    to: 65,
    quantity: 2_400,
    unit: 'loaves',
    due: every(12, 17, 65),
  },
]
