import { freeSpans, nearestStarts } from '@commonweal/domain/bookings/free-spans'
import type { Span } from '@commonweal/domain/spaces/opening-hours'
import { constraintProblem } from '../database/constraint-problems.ts'
import type { Scope } from '../database/scope.ts'
import { ProblemError } from '../http/problem-error.ts'
import { listOccupied } from '../spaces/occupancies.store.ts'
import { readSpace } from '../spaces/spaces.store.ts'

const DAY_MS = 86_400_000
const DAYS_AROUND = 7
const OFFERED = 3

/**
 * The error as it came, or, where the time asked for is taken, the refusal with the nearest starts at which a booking of
 * that length would fit. Reads after the transaction was rolled back; within a greater one it cannot and says nothing.
 */
export async function withAlternatives(scope: Scope, spaceId: string, asked: Span, error: unknown): Promise<unknown> {
  if (scope.isInTransaction || constraintProblem(error)?.code !== 'space-already-booked') return error
  const space = await readSpace(scope, spaceId)
  if (space === null) return error
  const around = {
    startsAt: new Date(asked.startsAt.getTime() - DAYS_AROUND * DAY_MS),
    endsAt: new Date(asked.endsAt.getTime() + DAYS_AROUND * DAY_MS),
  }
  const free = freeSpans(space, await listOccupied(scope, spaceId, around), around, scope.now)
  const alternatives = nearestStarts(free, asked, OFFERED).map((start) => start.toISOString())
  return new ProblemError('space-already-booked', { alternatives })
}
