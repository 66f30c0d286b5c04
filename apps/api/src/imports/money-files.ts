import { pledgeKinds, pledgeRelations, pledgeRoutes, pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, refTo, oneOf, period, line, text, day } = column

/** Who gives what, and what it costs. */
export const moneyFiles: readonly PackageFile[] = [
  file('pledges', {
    holds: 'a promise of money, rooms, hours or goods',
    hasRevision: true,
    columns: [
      optional('initiative_id', refTo('initiatives')),
      required('organisation_id', refTo('organisations')),
      required('kind', oneOf(pledgeKinds)),
      required('route', oneOf(pledgeRoutes)),
      optional('relation', oneOf(pledgeRelations)),
      optional('amount_minor', column.positiveAmount),
      optional('currency', column.currency),
      optional('quantity', column.decimal(12)),
      optional('unit', line),
      optional('confirmed_on', day),
      ...period,
      required('status', oneOf(pledgeStatuses)),
    ],
  }),
  file('pledge-steps', {
    holds: 'a dated step of a pledge, in order, with the reason it owed',
    naturalKey: ['pledge_id', 'position'],
    columns: [
      required('pledge_id', refTo('pledges')),
      required('position', { is: 'integer', min: 0, max: 32_767 }),
      required('status', oneOf(pledgeStatuses)),
      required('on', day, { db: 'stepped_on' }),
      optional('reason', text),
    ],
  }),
  file('instalments', {
    holds: 'a part of a pledge and the day it falls due',
    naturalKey: ['pledge_id', 'due_on'],
    columns: [
      required('pledge_id', refTo('pledges')),
      required('due_on', day),
      optional('amount_minor', column.positiveAmount),
      optional('quantity', column.decimal(12)),
    ],
  }),
  file('receipts', {
    holds: 'what arrived of a pledge; a negative amount was handed back',
    naturalKey: ['pledge_id', 'received_on'],
    columns: [
      required('pledge_id', refTo('pledges')),
      required('received_on', day),
      optional('amount_minor', column.amount),
      optional('quantity', column.decimal(12, true)),
    ],
  }),
  file('costs', {
    holds: 'a cost the community is committed to',
    hasRevision: true,
    naturalKey: ['due_on', 'initiative_id', 'label'],
    columns: [
      optional('initiative_id', refTo('initiatives')),
      required('due_on', day),
      required('amount_minor', column.positiveAmount),
      required('currency', column.currency),
      required('label', line),
    ],
  }),
  file('reserves', {
    holds: 'money put by, as counted on a day',
    naturalKey: ['on', 'currency'],
    columns: [
      required('on', day, { db: 'counted_on' }),
      required('amount_minor', column.notNegativeAmount),
      required('currency', column.currency),
    ],
  }),
]
