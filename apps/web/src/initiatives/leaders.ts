import type { Initiative } from '@commonweal/contracts/initiatives'

type Participation = Initiative['participations'][number]

/** Whether a participation goes on, seen from this day. */
export function isGoingOn({ to }: Pick<Participation, 'to'>, today: string): boolean {
  return to === null || to > today
}

/** The partners an initiative belongs to: those who lead it now. */
export function leadersOf({ participations }: Pick<Initiative, 'participations'>, today: string): Participation[] {
  return participations.filter((each) => isGoingOn(each, today) && (each.role === 'lead' || each.role === 'co-lead'))
}
