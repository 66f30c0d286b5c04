import type { History } from '@commonweal/domain/risks/history'
import { type PackedRow, quoted } from './packed-rows.ts'

/** How a kind of fact lies in its table, whose rows are called `t`, and how a row of it is read again. */
interface FactColumns<Fact> {
  readonly table: string
  /** SQL of each value, in the order in which `read` takes them. */
  readonly values: readonly string[]
  /** Total, so that the same facts come in the same order. */
  readonly order: string
  readonly joins?: string
  readonly read: (row: PackedRow) => Fact
}

export type FactKind =
  | 'organisations'
  | 'memberships'
  | 'initiatives'
  | 'participations'
  | 'bookings'
  | 'pledges'
  | 'instalments'
  | 'receipts'
  | 'costs'
  | 'reserves'
  | 'coordinations'
  | 'representations'
  | 'spaces'
  | 'mandates'

export const factColumns: { readonly [Kind in FactKind]: FactColumns<NonNullable<History[Kind]>[number]> } = {
  organisations: {
    table: 'organisations',
    values: ['t.id', quoted('t.name'), 't.sector', 't.legal_status', 't.parent_id', 't.is_pass_through'],
    order: 't.id',
    read: (row) => ({
      id: row.id(),
      name: row.freeText(),
      sector: row.text(),
      legalStatus: row.text(),
      parentId: row.idOrNull(),
      isPassThrough: row.booleanOrNull(),
    }),
  },
  memberships: {
    table: 'memberships',
    values: ['t.organisation_id', 't.state', 't.from_on', 't.to_on'],
    order: 't.organisation_id, t.from_on nulls first, t.id',
    read: (row) => ({ organisationId: row.id(), state: row.text(), from: row.textOrNull(), to: row.textOrNull() }),
  },
  initiatives: {
    table: 'initiatives',
    values: [
      't.id',
      quoted('t.title'),
      't.kind',
      't.started_on',
      't.planned_end_on',
      't.ended_on',
      'case when t.ended_on is not null then t.state end',
    ],
    order: 't.id',
    read: (row) => ({
      id: row.id(),
      title: row.freeText(),
      kind: row.text(),
      startedOn: row.textOrNull(),
      plannedEndOn: row.textOrNull(),
      endedOn: row.textOrNull(),
      endState: row.textOrNull(),
    }),
  },
  participations: {
    table: 'participations',
    values: ['t.initiative_id', 't.organisation_id', 't.role', 't.from_on', 't.to_on'],
    order: 't.initiative_id, t.organisation_id, t.id',
    read: (row) => ({
      initiativeId: row.id(),
      organisationId: row.id(),
      role: row.text(),
      from: row.textOrNull(),
      to: row.textOrNull(),
    }),
  },
  bookings: {
    table: 'bookings',
    joins: 'join spaces s on s.community_id = t.community_id and s.id = t.space_id',
    values: [
      't.id',
      't.space_id',
      't.initiative_id',
      't.organisation_id',
      's.host_id',
      '(t.starts_at at time zone s.timezone)::date',
      '(t.ends_at at time zone s.timezone)::date',
      'extract(epoch from t.ends_at - t.starts_at)',
      't.status',
      't.attendance',
    ],
    order: 't.id',
    read: (row) => ({
      id: row.id(),
      spaceId: row.id(),
      initiativeId: row.idOrNull(),
      organisationId: row.id(),
      hostId: row.idOrNull(),
      startsOn: row.text(),
      endsOn: row.text(),
      hours: row.number() / SECONDS_OF_AN_HOUR,
      status: row.text(),
      attendance: row.numberOrNull(),
    }),
  },
  pledges: {
    table: 'pledges',
    values: [
      't.id',
      't.initiative_id',
      't.organisation_id',
      't.kind',
      't.route',
      't.amount_minor',
      't.currency',
      't.quantity',
      quoted('t.unit'),
      't.confirmed_on',
      't.from_on',
      't.to_on',
      't.status',
    ],
    order: 't.id',
    read: (row) => ({
      id: row.id(),
      initiativeId: row.idOrNull(),
      organisationId: row.id(),
      kind: row.text(),
      route: row.text(),
      amountMinor: row.numberOrNull(),
      currency: row.textOrNull(),
      quantity: row.numberOrNull(),
      unit: row.freeTextOrNull(),
      confirmedOn: row.textOrNull(),
      from: row.textOrNull(),
      to: row.textOrNull(),
      status: row.text(),
    }),
  },
  instalments: {
    table: 'instalments',
    values: ['t.pledge_id', 't.due_on', 't.amount_minor', 't.quantity'],
    order: 't.pledge_id, t.due_on, t.id',
    read: (row) => ({ pledgeId: row.id(), dueOn: row.text(), ...amounts(row) }),
  },
  receipts: {
    table: 'receipts',
    values: ['t.pledge_id', 't.received_on', 't.amount_minor', 't.quantity'],
    order: 't.pledge_id, t.received_on, t.id',
    read: (row) => ({ pledgeId: row.id(), receivedOn: row.text(), ...amounts(row) }),
  },
  costs: {
    table: 'costs',
    // A cost that was put right is known since it was first entered, not since it was put right: docs/adr/0126.
    joins: `left join (select w.id, min(w.recorded_from) as entered_at from versions w
      where w.community_id = c.id and w.table_name = 'costs' group by w.id) first on first.id = t.id`,
    values: [
      't.initiative_id',
      't.due_on',
      't.amount_minor',
      't.currency',
      '(least(t.recorded_at, first.entered_at) at time zone c.timezone)::date',
    ],
    order: 't.due_on, t.id',
    read: (row) => ({
      initiativeId: row.idOrNull(),
      dueOn: row.text(),
      amountMinor: row.number(),
      currency: row.text(),
      knownOn: row.text(),
    }),
  },
  reserves: {
    table: 'reserves',
    values: ['t.counted_on', 't.amount_minor', 't.currency'],
    order: 't.counted_on, t.id',
    read: (row) => ({ on: row.text(), amountMinor: row.number(), currency: row.text() }),
  },
  coordinations: {
    table: 'coordinations',
    values: ['t.initiative_id', 't.person_id', 't.from_on', 't.to_on', 't.hours'],
    order: 't.initiative_id, t.person_id, t.id',
    read: (row) => ({
      initiativeId: row.id(),
      personId: row.id(),
      from: row.textOrNull(),
      to: row.textOrNull(),
      hours: row.numberOrNull(),
    }),
  },
  representations: {
    table: 'representations',
    values: ['t.person_id', 't.organisation_id', 't.capacity', 't.is_paid', 't.from_on', 't.to_on'],
    order: 't.organisation_id, t.person_id, t.id',
    read: (row) => ({
      personId: row.id(),
      organisationId: row.id(),
      capacity: row.text(),
      isPaid: row.booleanOrNull(),
      from: row.textOrNull(),
      to: row.textOrNull(),
    }),
  },
  spaces: {
    table: 'spaces',
    values: ['t.id', quoted('t.name'), 't.kind', 't.host_id', 't.from_on', 't.to_on'],
    order: 't.id',
    read: (row) => ({
      id: row.id(),
      name: row.freeText(),
      kind: row.text(),
      hostId: row.idOrNull(),
      from: row.textOrNull(),
      to: row.textOrNull(),
    }),
  },
  mandates: {
    table: 'mandates',
    values: ['t.organisation_id', 't.ends_on', quoted('t.label')],
    order: 't.ends_on, t.organisation_id, t.id',
    read: (row) => ({ organisationId: row.id(), endsOn: row.text(), label: row.freeText() }),
  },
}

export const factKinds = Object.keys(factColumns) as readonly FactKind[]

const SECONDS_OF_AN_HOUR = 3600

const amounts = (row: PackedRow) => ({ amountMinor: row.numberOrNull(), quantity: row.numberOrNull() })
