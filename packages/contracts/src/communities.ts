import { sectors } from '@commonweal/domain/partners/sectors'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Currency, Day, Id, Line, Nullable, OneOf, Revision, Shape, Text } from './values.ts'

export const CommunityOverview = Shape(
  {
    id: Id,
    slug: Type.String(),
    name: Type.String(),
    country: Type.String(),
    timezone: Type.String(),
    currency: Currency,
    dataCompleteThrough: Nullable(Day),
    note: Nullable(Type.String()),
    counts: Shape({
      partners: Type.Integer(),
      organisations: Type.Integer(),
      initiatives: Type.Integer(),
      runningInitiatives: Type.Integer(),
      spaces: Type.Integer(),
      pledges: Type.Integer(),
    }),
  },
  { $id: 'CommunityOverview' },
)
export type CommunityOverview = Type.Static<typeof CommunityOverview>

export const readCommunity = defineRoute({
  operation: 'readCommunity',
  summary: 'A community and how much it holds',
  method: 'GET',
  url: '/communities/:communityId',
  access: 'communities:read',
  params: CommunityParams,
  success: { 200: CommunityOverview },
  problems: [],
})

export const CommunityDraft = Shape(
  {
    name: Line,
    slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,62}$' }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    timezone: Type.String({ minLength: 1, maxLength: 64 }),
    currency: Currency,
  },
  { $id: 'CommunityDraft' },
)
export type CommunityDraft = Type.Static<typeof CommunityDraft>

export const foundCommunity = defineRoute({
  operation: 'foundCommunity',
  summary: 'Found a community and be its first steward',
  method: 'POST',
  url: '/communities',
  access: 'signed-in',
  body: CommunityDraft,
  success: { 201: Shape({ id: Id, slug: Type.String() }) },
  problems: ['community-slug-taken', 'timezone-unknown'],
})

const settings = {
  coreSectors: Type.Unsafe<(typeof sectors)[number][] | null>({
    type: ['array', 'null'],
    items: OneOf(sectors),
    uniqueItems: true,
    maxItems: sectors.length,
    description: 'Sectors the community wants at its table; null while it has not said',
  }),
  wantsIndependence: Type.Unsafe<boolean | null>({
    type: ['boolean', 'null'],
    description: 'Whether it wants to be independent of public bodies; null while it has not said',
  }),
}

const closing = {
  closingSince: Nullable(
    Type.String({
      ...Day,
      description: 'Day since which the partnership closes on purpose; that it falls silent then only informs',
    }),
  ),
  closingReason: Nullable(Type.String({ ...Text, description: 'Why it closes; kept only with a day' })),
}

const records = {
  dataCompleteThrough: Nullable(
    Type.String({
      ...Day,
      description:
        'Last day of which everything is recorded; later months are not known, which is not the same as silent',
    }),
  ),
}

export const CommunitySettings = Shape(
  { ...settings, ...records, ...closing, revision: Revision },
  { $id: 'CommunitySettings' },
)
export type CommunitySettings = Type.Static<typeof CommunitySettings>
export const SettingsEdit = Shape(
  {
    ...settings,
    dataCompleteThrough: Type.Optional(records.dataCompleteThrough),
    closingSince: Type.Optional(closing.closingSince),
    closingReason: Type.Optional(closing.closingReason),
  },
  {
    $id: 'SettingsEdit',
    description: 'Where `closingSince` or `dataCompleteThrough` is not sent, what was said of it stays',
  },
)
export type SettingsEdit = Type.Static<typeof SettingsEdit>

export const readSettings = defineRoute({
  operation: 'readSettings',
  summary: 'What the community wants, as the risk engine takes it into account',
  method: 'GET',
  url: '/communities/:communityId/settings',
  access: 'communities:read',
  params: CommunityParams,
  success: { 200: CommunitySettings },
  problems: [],
})

export const editSettings = defineRoute({
  operation: 'editSettings',
  summary: 'Say what the community wants',
  method: 'PUT',
  url: '/communities/:communityId/settings',
  access: 'communities:edit',
  params: CommunityParams,
  body: SettingsEdit,
  isConditional: true,
  success: { 200: CommunitySettings },
  problems: ['changed-meanwhile', 'revision-missing', 'step-in-future'],
})
