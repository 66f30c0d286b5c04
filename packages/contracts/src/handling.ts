import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { handlingKinds, handlingStates } from '@commonweal/domain/risks/handling'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, Instant, listQuery, Month, Nullable, OneOf, Page, Shape } from './values.ts'

/** Flags that can be looked after. */
export const handledFlags = ['stagnation', 'funding'] as const
export type HandledFlag = (typeof handledFlags)[number]

export const HandlingRow = Shape(
  {
    id: Id,
    flag: OneOf(handledFlags),
    kind: OneOf(handlingKinds),
    at: Instant,
    month: Type.Unsafe<string>({ ...Month, description: 'Month of the reading it answers' }),
    level: Type.Unsafe<(typeof flagLevels)[number]>({ ...OneOf(flagLevels), description: 'Level held then' }),
    person: Nullable(Type.String()),
    note: Nullable(Type.String()),
    untilOn: Nullable(Day),
    reviewOn: Nullable(Day),
    initiativeId: Nullable(Id),
    initiative: Nullable(Type.String()),
  },
  { $id: 'HandlingRow' },
)
export type HandlingRow = Type.Static<typeof HandlingRow>

const Episode = Shape({
  onset: Month,
  raisedIn: Month,
  evidenceOnset: Nullable(Day),
  peak: OneOf(flagLevels),
  clearedIn: Nullable(Month),
  reopenedIn: Type.Array(Month),
})

export const FlagStanding = Shape(
  {
    flag: OneOf(handledFlags),
    month: Month,
    level: OneOf([...flagLevels, 'insufficient-data']),
    heldLevel: OneOf(flagLevels),
    state: OneOf(handlingStates),
    reopenedBecause: Nullable(OneOf(['level-rose', 'acceptance-ended'])),
    episodes: Type.Array(Episode, { description: 'The oldest first; the last one is open where it has not cleared' }),
    handlings: Type.Array(HandlingRow, { description: 'What was done about it, the latest first, 100 at most' }),
  },
  { $id: 'FlagStanding' },
)
export type FlagStanding = Type.Static<typeof FlagStanding>

const FlagParams = Shape({ communityId: CommunityParams.properties.communityId, flag: OneOf(handledFlags) })

export const readFlagStanding = defineRoute({
  operation: 'readFlagStanding',
  summary: 'How a flag stands: its episodes, and what was done about it',
  method: 'GET',
  url: '/communities/:communityId/risks/flags/:flag/standing',
  access: 'risks:read',
  params: FlagParams,
  success: { 200: FlagStanding },
  problems: [],
})

export const handlingSorts = ['at', '-at'] as const

export const HandlingListQuery = Shape({
  ...listQuery,
  flag: Type.Optional(OneOf(handledFlags)),
  kind: Type.Optional(OneOf(handlingKinds)),
  sort: Type.Optional(OneOf(handlingSorts)),
})
export type HandlingListQuery = Type.Static<typeof HandlingListQuery>

export const listHandlings = defineRoute({
  operation: 'listHandlings',
  summary: 'What was done about flags; without another order the latest first',
  method: 'GET',
  url: '/communities/:communityId/risks/handlings',
  access: 'risks:read',
  params: CommunityParams,
  query: HandlingListQuery,
  success: { 200: Page(HandlingRow) },
  problems: [],
})

const Note = Type.String({ minLength: 1, maxLength: 4000, pattern: '^(?=[^]*\\S)[^\\u0000\\p{Cs}]*$' })
const handle = {
  method: 'POST',
  access: 'flags:handle',
  params: FlagParams,
  success: { 201: HandlingRow },
} as const
const root = '/communities/:communityId/risks/flags/:flag' as const

export const acknowledgeFlag = defineRoute({
  ...handle,
  operation: 'acknowledgeFlag',
  summary: 'We have seen it and are looking into it',
  url: `${root}/acknowledge`,
  body: Shape({ note: Type.Optional(Note) }),
  problems: ['flag-not-raised'],
})

export const mitigateFlag = defineRoute({
  ...handle,
  operation: 'mitigateFlag',
  summary: 'We do something about it: what, with which initiative, and when we look whether it helped',
  url: `${root}/mitigate`,
  body: Shape({ note: Note, initiativeId: Type.Optional(Id), reviewOn: Type.Optional(Day) }),
  problems: ['flag-not-raised', 'initiative-unknown', 'day-not-ahead'],
})

export const acceptFlag = defineRoute({
  ...handle,
  operation: 'acceptFlag',
  summary: 'We know and live with it until a day',
  url: `${root}/accept`,
  body: Shape({ until: Day, reason: Note }),
  problems: ['flag-not-raised', 'day-not-ahead'],
})

export const dismissFlag = defineRoute({
  ...handle,
  operation: 'dismissFlag',
  summary: 'It does not apply here, for a reason; a higher level asks again',
  url: `${root}/dismiss`,
  body: Shape({ reason: Note }),
  problems: ['flag-not-raised'],
})
