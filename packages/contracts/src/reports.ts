import { endStates } from '@commonweal/domain/initiatives/initiative'
import { handlingKinds } from '@commonweal/domain/risks/handling'
import { flagLevels as heldLevels } from '@commonweal/domain/risks/flag-level'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import * as Type from 'typebox'
import { handledFlags } from './handling.ts'
import { defineRoute } from './route.ts'
import { flagLevels } from './today.ts'
import { CommunityParams, Day, Id, Month, Nullable, OneOf, Shape } from './values.ts'

const Dated = Type.Array(Shape({ partnerId: Id, name: Type.String(), on: Day }))

/** What a report to a council or a funder says beside the two flags; a list says how many it leaves out. */
export const Report = Shape(
  {
    month: Month,
    from: Day,
    through: Day,
    engine: Type.String(),
    parametersVersion: Type.String(),
    dataCompleteThrough: Nullable(Day),
    figures: Shape({
      partnersActive: Nullable(Type.Integer()),
      initiativesRunning: Type.Integer(),
      moneyAheadMinor: Nullable(Type.Integer({ description: 'Confirmed and still to fall due, in minor units' })),
      moneyAheadUntil: Nullable(Day),
      effectiveFunders: Nullable(Type.Number()),
      publicShare: Nullable(Type.Number()),
    }),
    came: Nullable(Shape({ items: Dated, more: Type.Integer() })),
    left: Nullable(Shape({ items: Dated, more: Type.Integer() })),
    finished: Shape({
      items: Type.Array(
        Shape({
          initiativeId: Id,
          title: Type.String(),
          on: Day,
          state: Nullable(OneOf(endStates)),
          lesson: Nullable(Type.String()),
        }),
      ),
      more: Type.Integer(),
      untold: Type.Integer({ description: 'All that ended without a lesson told' }),
    }),
    owed: Nullable(Shape({ pledges: Type.Integer(), amountMinor: Type.Integer() })),
    owedOtherwise: Nullable(
      Type.Integer({ description: 'Promises of hours, goods and other currencies that are behind' }),
    ),
    reviewsDue: Shape({
      items: Type.Array(Shape({ initiativeId: Id, title: Type.String(), dueOn: Day })),
      more: Type.Integer(),
    }),
    answers: Shape({
      items: Type.Array(
        Shape({
          flag: OneOf(handledFlags),
          kind: OneOf(handlingKinds),
          on: Day,
          note: Nullable(Type.String()),
          untilOn: Nullable(Day),
          reviewOn: Nullable(Day),
          initiative: Nullable(Type.String()),
        }),
        { description: 'What people did about the flags that are up, since each is, the latest first' },
      ),
      more: Type.Integer(),
    }),
    signs: Type.Array(
      Shape({
        sign: OneOf(secondaryFlagNames),
        level: OneOf(flagLevels),
        heldLevel: OneOf(heldLevels),
        onset: Nullable(Month),
      }),
      { description: 'Signs of the other threats that are up, or that cannot be read, the worst first' },
    ),
    unread: Type.Array(
      Shape({ flag: OneOf(['stagnation', 'funding']), reading: Type.String(), reason: Type.String() }),
    ),
  },
  { $id: 'Report' },
)
export type Report = Type.Static<typeof Report>

export const readReport = defineRoute({
  operation: 'readReport',
  summary:
    'One page for a council or a funder: five figures, who came and left, what ended with its lesson, what is open and what is done about it',
  method: 'GET',
  url: '/communities/:communityId/report',
  access: 'risks:read',
  params: CommunityParams,
  query: Shape({ month: Type.Optional(Month) }),
  success: { 200: Report },
  problems: ['month-range-not-valid', 'too-many-requests'],
})
