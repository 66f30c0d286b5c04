import type { ProblemCode } from '@commonweal/contracts/problems'
import { ProblemError } from '../http/problem-error.ts'

/** The database judges races and references: which problem a named constraint stands for. */
const constraintProblems: Record<string, ProblemCode> = {
  organisations_parent_known: 'organisation-unknown',
  organisations_not_own_parent: 'parent-not-possible',
  memberships_one_open: 'membership-step-not-possible',
  memberships_no_overlap: 'membership-step-not-possible',
  initiatives_dates_in_order: 'dates-in-wrong-order',
  coordinations_of_person: 'person-unknown',
  participations_of_organisation: 'organisation-unknown',
  participations_no_overlap: 'already-taking-part',
  participations_dates_in_order: 'dates-in-wrong-order',
  communities_slug_taken: 'community-slug-taken',
  accounts_email_taken: 'account-exists',
  invitations_one_open: 'already-invited',
  invitations_of_organisation: 'organisation-unknown',
  representations_of_organisation: 'organisation-unknown',
  pledges_of_organisation: 'organisation-unknown',
  pledges_of_initiative: 'initiative-unknown',
  costs_of_initiative: 'initiative-unknown',
  spaces_of_host: 'organisation-unknown',
  spaces_dates_in_order: 'dates-in-wrong-order',
  bookings_of_organisation: 'organisation-unknown',
  bookings_of_initiative: 'initiative-unknown',
  occupancies_no_overlap: 'space-already-booked',
  flag_handlings_of_initiative: 'initiative-unknown',
  imports_one_running: 'import-running',
}

interface DatabaseFailure {
  readonly code?: string
  readonly constraint?: string
  readonly cause?: unknown
}

export function constraintProblem(error: unknown): ProblemError | null {
  const failure = innermost(error)
  const code = failure.constraint === undefined ? undefined : constraintProblems[failure.constraint]
  return code === undefined ? null : new ProblemError(code)
}

/** Drizzle wraps the error of the driver as its cause. */
function innermost(error: unknown): DatabaseFailure {
  let failure = error as DatabaseFailure
  while (failure.constraint === undefined && failure.cause instanceof Error) failure = failure.cause
  return failure
}
