import type { PasswordProblem } from '@commonweal/domain/access/password'
import type { BookingStepProblem } from '@commonweal/domain/bookings/booking'
import type { BookingProblem } from '@commonweal/domain/bookings/booking-rules'
import type { InitiativeProblem } from '@commonweal/domain/initiatives/initiative'
import type { MandateProblem } from '@commonweal/domain/mandates/mandate'
import type { MilestoneProblem } from '@commonweal/domain/milestones/milestone'
import type { MembershipProblem } from '@commonweal/domain/partners/membership'
import type { PlanProblem } from '@commonweal/domain/pledges/instalment-plan'
import type { PledgeStepProblem } from '@commonweal/domain/pledges/pledge'
import type { PledgeTermsProblem } from '@commonweal/domain/pledges/pledge-offer'
import type { ReceiptProblem } from '@commonweal/domain/pledges/receipt'
import type { SpaceProblem } from '@commonweal/domain/spaces/space'

/** Problems every route can answer with; a route names only those beyond them. */
export type HouseProblem =
  | 'request-not-valid'
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'media-type-not-supported'
  | 'body-too-large'
  | 'too-many-requests'
  | 'internal-error'
  | 'not-ready'
  | 'idempotency-key-reused'

export type NounProblem =
  | MembershipProblem
  | InitiativeProblem
  | MandateProblem
  | MilestoneProblem
  | PledgeStepProblem
  | PledgeTermsProblem
  | PlanProblem
  | ReceiptProblem
  | 'initiative-not-open'
  | SpaceProblem
  | BookingProblem
  | BookingStepProblem
  | 'space-already-booked'
  | 'initiative-ended'
  | 'initiative-not-ended'
  | 'already-coordinating'
  | 'file-too-large'
  | 'file-type-not-allowed'
  | 'file-quota-reached'
  | 'file-unknown'
  | 'alt-text-missing'
  | 'week-not-valid'
  | PasswordProblem
  | 'link-not-valid'
  | 'community-slug-taken'
  | 'timezone-unknown'
  | 'last-steward'
  | 'already-invited'
  | 'already-here'
  | 'nobody-to-reach'
  | 'already-representing'
  | 'invitation-for-other'
  | 'account-exists'
  | 'sign-in-refused'
  | 'session-ended'
  | 'demo-not-offered'
  | 'changed-meanwhile'
  | 'revision-missing'
  | 'not-your-organisation'
  | 'organisation-name-taken'
  | 'organisation-identifier-taken'
  | 'organisation-unknown'
  | 'person-unknown'
  | 'initiative-unknown'
  | 'parent-not-possible'
  | 'initiative-title-taken'
  | 'initiative-needs-lead'
  | 'already-taking-part'
  | 'dates-in-wrong-order'
  | 'package-not-readable'
  | 'package-refused'
  | 'import-running'
  | 'month-range-not-valid'
  | 'flag-not-raised'
  | 'thresholds-in-past'
  | 'day-not-ahead'
  | 'history-too-large'
  | 'space-unknown'

export type ProblemCode = HouseProblem | NounProblem

/** The one table of problems: each code's HTTP status and its title. The compiler asks for a missing row. */
export const problems = {
  'request-not-valid': { status: 400, title: 'The request does not have the expected shape' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'sign-in-refused': { status: 401, title: 'E-mail or password is not right' },
  'password-too-short': { status: 422, title: 'The password is too short' },
  'password-too-common': { status: 422, title: 'The password is one of the first that would be guessed' },
  'password-names-you': { status: 422, title: 'The password is little more than your own name' },
  'link-not-valid': { status: 410, title: 'This link was used or has run out' },
  'community-slug-taken': { status: 409, title: 'A community with this address exists' },
  'timezone-unknown': { status: 422, title: 'This time zone is not known' },
  'last-steward': { status: 409, title: 'A community needs at least one steward' },
  'already-invited': { status: 409, title: 'This address has an open invitation' },
  'nobody-to-reach': { status: 422, title: 'Nobody who acts for this organisation can be reached here' },
  'already-here': { status: 409, title: 'This person is already in the community' },
  'already-representing': { status: 409, title: 'This person already acts for that organisation' },
  'invitation-for-other': { status: 403, title: 'The invitation is for another address' },
  'account-exists': { status: 409, title: 'There is an account for this address; sign in instead' },
  'session-ended': { status: 401, title: 'The session has ended; sign in again' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-your-organisation': { status: 403, title: 'You do not act for this organisation' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'demo-not-offered': { status: 404, title: 'This installation offers no demo' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method' },
  'media-type-not-supported': { status: 415, title: 'This content type is not understood here' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a little' },
  'internal-error': { status: 500, title: 'Something broke on our side' },
  'idempotency-key-reused': { status: 422, title: 'This idempotency key was used for another request' },
  'not-ready': { status: 503, title: 'Not ready yet' },
  'changed-meanwhile': { status: 412, title: 'Somebody changed this meanwhile' },
  'revision-missing': { status: 428, title: 'Say which revision you change (If-Match)' },
  'membership-step-not-possible': { status: 409, title: 'The membership is not in a state for this step' },
  'initiative-step-not-possible': { status: 409, title: 'The initiative is not in a state for this step' },
  'pledge-step-not-possible': { status: 409, title: 'The pledge is not in a state for this step' },
  'pledge-not-editable': { status: 409, title: 'The pledge is settled and cannot change any more' },
  'pledge-measure-not-valid': { status: 422, title: 'Say an amount with its currency, or a quantity with its unit' },
  'quantity-too-fine': { status: 422, title: 'Quantities have two decimals at most' },
  'plan-not-possible': { status: 422, title: 'These instalments are not possible for this pledge' },
  'plan-does-not-sum': { status: 422, title: 'The instalments do not sum to the pledge' },
  'receipt-not-of-pledge': { status: 422, title: 'A receipt says how much arrived, in the measure of its pledge' },
  'receipt-in-future': { status: 422, title: 'What arrives later cannot be recorded yet' },
  'more-handed-back-than-received': { status: 422, title: 'More would be handed back than was received' },
  'initiative-not-open': { status: 409, title: 'The initiative has ended and takes no more pledges' },
  'reason-missing': { status: 422, title: 'This step needs a reason' },
  'step-before-last-step': { status: 422, title: 'The day lies before the last step' },
  'step-in-future': { status: 422, title: 'The day lies in the future' },
  'organisation-name-taken': { status: 409, title: 'An organisation of this name is already known here' },
  'organisation-identifier-taken': { status: 409, title: 'An organisation with this identifier is already known here' },
  'organisation-unknown': { status: 422, title: 'This organisation is not known here' },
  'person-unknown': { status: 422, title: 'This person is not known here' },
  'initiative-unknown': { status: 422, title: 'This initiative is not known here' },
  'parent-not-possible': { status: 422, title: 'An organisation cannot stand above itself' },
  'initiative-title-taken': { status: 409, title: 'An initiative of this title is already under way' },
  'initiative-needs-lead': { status: 422, title: 'An initiative needs a leading partner' },
  'already-taking-part': { status: 409, title: 'This partner already takes part in that time' },
  'dates-in-wrong-order': { status: 422, title: 'The end lies before the beginning' },
  'space-needs-address': { status: 422, title: 'A place one can go to needs an address' },
  'space-needs-url': { status: 422, title: 'A place one reaches online needs a web address' },
  'shared-space-not-digital': { status: 422, title: 'Only a digital space can be used by many at once' },
  'shortest-above-longest': { status: 422, title: 'The shortest booking is longer than the longest' },
  'opening-hours-not-possible': { status: 422, title: 'These opening hours overlap or end before they begin' },
  'space-already-withdrawn': { status: 409, title: 'This space is offered no more' },
  'space-still-booked': { status: 409, title: 'The space is booked after that day' },
  'space-already-booked': { status: 409, title: 'The space is taken at that time' },
  'space-not-offered': { status: 422, title: 'The space is not offered on those days' },
  'space-closed': { status: 422, title: 'The space is closed at that time' },
  'space-too-small': { status: 422, title: 'The space is too small for that many' },
  'booking-in-past': { status: 422, title: 'The time lies in the past' },
  'booking-too-short': { status: 422, title: 'The booking is shorter than the host allows' },
  'booking-too-long': { status: 422, title: 'The booking is longer than the host allows' },
  'booking-too-far-ahead': { status: 422, title: 'The booking lies further ahead than the host allows' },
  'booking-step-not-possible': { status: 409, title: 'The booking is not in a state for this step' },
  'booking-hold-expired': { status: 409, title: 'The time was held too long ago' },
  'booking-begun': { status: 409, title: 'The booking has begun' },
  'booking-not-begun': { status: 409, title: 'The booking has not begun' },
  'initiative-ended': { status: 409, title: 'The initiative has ended' },
  'initiative-not-ended': { status: 409, title: 'The initiative has not ended' },
  'already-coordinating': { status: 409, title: 'This person already coordinates it in that time' },
  'file-too-large': { status: 413, title: 'The file is too large' },
  'file-type-not-allowed': { status: 422, title: 'Files of this kind cannot be attached' },
  'file-quota-reached': { status: 409, title: 'The files of this community take all the room they have' },
  'file-unknown': { status: 422, title: 'This file was not sent, or was let go since' },
  'alt-text-missing': { status: 422, title: 'A picture needs words for those who do not see it' },
  'mandate-needs-public-body': { status: 422, title: 'Only a public body has a mandate that ends' },
  'milestone-step-not-possible': { status: 409, title: 'The milestone is not in a state for this step' },
  'week-not-valid': { status: 422, title: 'There is no such week' },
  'package-not-readable': { status: 422, title: 'This is not a community package' },
  'package-refused': { status: 422, title: 'The package has faults; nothing was changed' },
  'import-running': { status: 409, title: 'Another import is running for this community' },
  'flag-not-raised': { status: 409, title: 'This flag is not up' },
  'thresholds-in-past': { status: 422, title: 'Thresholds hold from this month on, not for months that have passed' },
  'day-not-ahead': { status: 422, title: 'The day has passed' },
  'month-range-not-valid': { status: 422, title: 'The months asked for are not a possible range' },
  'space-unknown': { status: 422, title: 'This space is not known here' },
  'history-too-large': { status: 422, title: 'There are more records than a browser should hold' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>
