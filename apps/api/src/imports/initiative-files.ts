import {
  endStates,
  initiativeKinds,
  initiativeStates,
  participationRoles,
} from '@commonweal/domain/initiatives/initiative'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, refTo, oneOf, period, line, text, day } = column

const endStateSql = `case when t.state in (${endStates.map((state) => `'${state}'`).join(', ')}) then t.state end`

/** What partners do together. */
export const initiativeFiles: readonly PackageFile[] = [
  file('initiatives', {
    holds: 'a joint initiative; `end_state` says how it ended, `state` where it stands',
    hasRevision: true,
    columns: [
      required('title', line),
      required('kind', oneOf(initiativeKinds)),
      optional('theme', line),
      optional('started_on', day),
      optional('planned_end_on', day),
      optional('ended_on', day),
      optional('end_state', oneOf(endStates), { db: null, sql: endStateSql }),
      optional('state', oneOf(initiativeStates)),
      optional('summary', text),
      optional('review_on', day),
      optional('outcome', text),
      optional('lesson', text),
    ],
  }),
  file('initiative-steps', {
    holds: 'a dated step of an initiative’s life, in order',
    naturalKey: ['initiative_id', 'position'],
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('position', { is: 'integer', min: 0, max: 32_767 }),
      required('state', oneOf(initiativeStates)),
      required('on', day, { db: 'stepped_on' }),
      optional('reason', text),
    ],
  }),
  file('participations', {
    holds: 'a partner in an initiative, with a role, from–to',
    naturalKey: ['initiative_id', 'organisation_id', 'role'],
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('organisation_id', refTo('organisations')),
      required('role', oneOf(participationRoles)),
      ...period,
    ],
  }),
  file('coordinations', {
    holds: 'a person coordinates an initiative, from–to',
    naturalKey: ['initiative_id', 'person_id'],
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('person_id', refTo('people')),
      ...period,
      optional('hours', column.decimal(10)),
    ],
  }),
  file('milestones', {
    holds: 'what an initiative means to have done by a day; reached, or dropped with the reason in `note`, or neither',
    naturalKey: ['initiative_id', 'title'],
    hasRevision: true,
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('title', line),
      optional('due_on', day),
      optional('reached_on', day),
      optional('dropped_on', day),
      optional('note', text),
    ],
  }),
]
