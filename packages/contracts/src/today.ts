import { silences } from '@commonweal/domain/partners/engagements'
import { pledgeKinds } from '@commonweal/domain/pledges/pledge'
import { flagLevels as heldLevels } from '@commonweal/domain/risks/flag-level'
import { handlingStates } from '@commonweal/domain/risks/handling'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { type TidingKind, tidingKinds } from '@commonweal/domain/risks/tidings'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Currency, Day, Id, Instant, Nullable, OneOf, Shape } from './values.ts'

export const flagLevels = ['none', 'watch', 'warning', 'critical', 'insufficient-data'] as const

const FlagToday = Shape({
  level: OneOf(flagLevels),
  heldLevel: OneOf(flagLevels),
  isRaised: Type.Boolean({ description: 'Watch or higher, by the level held' }),
  onset: Nullable(Type.String({ description: 'Month since which the flag has been up' })),
  state: OneOf(handlingStates),
  tiding: Nullable(
    Type.Unsafe<TidingKind>({
      ...OneOf(tidingKinds),
      description:
        'What is new against last month, or that an answer is waited for; null for a flag that is looked after',
    }),
  ),
  untilOn: Nullable(Day),
  reviewOn: Nullable(Day),
})

const ToldSign = Shape({
  sign: OneOf(secondaryFlagNames),
  level: OneOf(flagLevels),
  heldLevel: OneOf(heldLevels),
  onset: Nullable(Type.String({ description: 'Month since which the sign has been up' })),
  change: Nullable(OneOf(['raised', 'lowered', 'cleared'])),
})

const WaitingBookings = Shape({
  items: Type.Array(
    Shape({
      bookingId: Id,
      space: Type.String(),
      organisation: Type.String(),
      startsAt: Instant,
      timezone: Type.String(),
    }),
  ),
  more: Type.Integer(),
})

/** What waits for me, and what I should know, when I open the page in the morning. Each list is short; `more` says how many it leaves out. */
export const Today = Shape(
  {
    month: Type.String({ description: 'Month of the readings' }),
    flags: Shape({ stagnation: FlagToday, funding: FlagToday }),
    unreadNotices: Type.Integer(),
    memberships: Shape({
      items: Type.Array(Shape({ partnerId: Id, name: Type.String(), since: Nullable(Day) })),
      more: Type.Integer(),
    }),
    bookings: WaitingBookings,
    uncounted: Type.Unsafe<Type.Static<typeof WaitingBookings>>({
      ...WaitingBookings,
      description: 'Bookings that ended within 31 days of which nobody has said how many came; for who may say it',
    }),
    pledges: Shape({
      items: Type.Array(
        Shape({
          pledgeId: Id,
          organisation: Type.String(),
          initiative: Nullable(Type.String()),
          kind: OneOf(pledgeKinds),
          amountMinor: Nullable(Type.Integer()),
          currency: Nullable(Currency),
          quantity: Nullable(Type.Number()),
          unit: Nullable(Type.String()),
        }),
      ),
      more: Type.Integer(),
    }),
    overdue: Shape({
      items: Type.Array(
        Shape({
          pledgeId: Id,
          organisation: Type.String(),
          initiative: Nullable(Type.String()),
          overdueMinor: Nullable(Type.Integer()),
          currency: Nullable(Currency),
          overdueQuantity: Nullable(Type.Number()),
          unit: Nullable(Type.String()),
          overdueDays: Nullable(Type.Integer()),
        }),
      ),
      more: Type.Integer(),
    }),
    reviewDue: Shape({
      items: Type.Array(Shape({ initiativeId: Id, title: Type.String(), dueOn: Nullable(Day) })),
      more: Type.Integer(),
    }),
    silent: Nullable(
      Shape({
        items: Type.Array(
          Shape({
            partnerId: Id,
            name: Type.String(),
            engagement: OneOf(silences),
            lastActOn: Nullable(Day),
            days: Nullable(Type.Integer({ description: 'Days since anything was heard of it' })),
          }),
        ),
        more: Type.Integer(),
      }),
    ),
    upcoming: Type.Array(
      Shape({
        bookingId: Id,
        spaceId: Id,
        space: Type.String(),
        title: Nullable(
          Type.String({ description: 'What is on: the title of the booking, or else that of its initiative' }),
        ),
        organisation: Type.String(),
        startsAt: Instant,
        endsAt: Instant,
        timezone: Type.String(),
      }),
    ),
  },
  { $id: 'Today' },
)
export type Today = Type.Static<typeof Today>

export const readToday = defineRoute({
  operation: 'readToday',
  summary:
    'What waits for me: approvals, head counts, overdue pledges, initiatives to review, raised flags, what is on',
  method: 'GET',
  url: '/communities/:communityId/today',
  access: 'communities:read',
  params: CommunityParams,
  success: { 200: Today },
  problems: ['too-many-requests'],
})

/** Signs of the other threats that are up or moved since last month, the worst first. Apart from the rest, for they take longer to read. */
export const SignsToday = Shape({ month: Type.String(), items: Type.Array(ToldSign) }, { $id: 'SignsToday' })
export type SignsToday = Type.Static<typeof SignsToday>

export const readSignsToday = defineRoute({
  operation: 'readSignsToday',
  summary:
    'Signs of the other threats that are up or moved since last month, for who looks after flags; the level only',
  method: 'GET',
  url: '/communities/:communityId/today/signs',
  access: 'flags:handle',
  params: CommunityParams,
  success: { 200: SignsToday },
  problems: ['too-many-requests'],
})
