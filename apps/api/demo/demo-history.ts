import type { History } from '@commonweal/domain/risks/history'
import { wallTimeAt } from './demo-calendar.ts'
import type { DemoRow } from './demo-rows.ts'
import type { DemoPackage } from './shift-demo.ts'

/** What the risk engine reads of the demo package, straight from its rows. */
export function demoHistory({ community, files }: DemoPackage): History {
  const rows = (name: string) => files.get(`${name}.csv`)?.rows ?? []
  const wants = JSON.parse(community) as { core_sectors: string[]; wants_independence: boolean }
  const hostOf = new Map(rows('spaces').map((row) => [row['id'], nullable(row, 'host_id')]))
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: rows('organisations').map((row) => ({
      id: text(row, 'id'),
      sector: text(row, 'sector'),
      legalStatus: text(row, 'legal_status'),
      parentId: nullable(row, 'parent_id'),
      isPassThrough: text(row, 'is_pass_through') === 'true',
    })),
    memberships: rows('memberships').map((row) => ({
      organisationId: text(row, 'organisation_id'),
      state: text(row, 'state'),
      from: nullable(row, 'from'),
      to: nullable(row, 'to'),
    })),
    initiatives: rows('initiatives').map((row) => ({
      id: text(row, 'id'),
      kind: text(row, 'kind'),
      startedOn: nullable(row, 'started_on'),
      plannedEndOn: nullable(row, 'planned_end_on'),
      endedOn: nullable(row, 'ended_on'),
      endState: nullable(row, 'end_state'),
    })),
    participations: rows('participations').map((row) => ({
      initiativeId: text(row, 'initiative_id'),
      organisationId: text(row, 'organisation_id'),
      role: text(row, 'role'),
      from: nullable(row, 'from'),
      to: nullable(row, 'to'),
    })),
    bookings: rows('bookings').map((row) => ({
      id: text(row, 'id'),
      spaceId: text(row, 'space_id'),
      initiativeId: nullable(row, 'initiative_id'),
      organisationId: text(row, 'organisation_id'),
      hostId: hostOf.get(row['space_id'] ?? null) ?? null,
      startsOn: wallTimeAt(text(row, 'starts_at')).day,
      endsOn: wallTimeAt(text(row, 'ends_at')).day,
      hours: (Date.parse(text(row, 'ends_at')) - Date.parse(text(row, 'starts_at'))) / 3_600_000,
      status: text(row, 'status'),
      attendance: number(row, 'attendance'),
    })),
    pledges: rows('pledges').map((row) => ({
      id: text(row, 'id'),
      initiativeId: nullable(row, 'initiative_id'),
      organisationId: text(row, 'organisation_id'),
      kind: text(row, 'kind'),
      route: text(row, 'route'),
      amountMinor: number(row, 'amount_minor'),
      currency: nullable(row, 'currency'),
      quantity: number(row, 'quantity'),
      unit: nullable(row, 'unit'),
      confirmedOn: nullable(row, 'confirmed_on'),
      from: nullable(row, 'from'),
      to: nullable(row, 'to'),
      status: text(row, 'status'),
    })),
    instalments: rows('instalments').map((row) => ({
      pledgeId: text(row, 'pledge_id'),
      dueOn: text(row, 'due_on'),
      amountMinor: number(row, 'amount_minor'),
      quantity: number(row, 'quantity'),
    })),
    receipts: rows('receipts').map((row) => ({
      pledgeId: text(row, 'pledge_id'),
      receivedOn: text(row, 'received_on'),
      amountMinor: number(row, 'amount_minor'),
      quantity: number(row, 'quantity'),
    })),
    costs: rows('costs').map((row) => ({
      initiativeId: nullable(row, 'initiative_id'),
      dueOn: text(row, 'due_on'),
      amountMinor: number(row, 'amount_minor') ?? 0,
      currency: text(row, 'currency'),
    })),
    reserves: rows('reserves').map((row) => ({
      on: text(row, 'on'),
      amountMinor: number(row, 'amount_minor') ?? 0,
      currency: text(row, 'currency'),
    })),
    coordinations: rows('coordinations').map((row) => ({
      initiativeId: text(row, 'initiative_id'),
      personId: text(row, 'person_id'),
      from: nullable(row, 'from'),
      to: nullable(row, 'to'),
      hours: number(row, 'hours'),
    })),
    representations: rows('people')
      .filter((row) => nullable(row, 'organisation_id') !== null)
      .map((row) => ({
        personId: text(row, 'id'),
        organisationId: text(row, 'organisation_id'),
        capacity: text(row, 'capacity'),
        isPaid: nullable(row, 'is_paid') === null ? null : text(row, 'is_paid') === 'true',
        from: nullable(row, 'from'),
        to: nullable(row, 'to'),
      })),
    spaces: rows('spaces').map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      kind: text(row, 'kind'),
      hostId: nullable(row, 'host_id'),
      from: nullable(row, 'from'),
      to: nullable(row, 'to'),
    })),
    mandates: rows('mandates').map((row) => ({
      organisationId: text(row, 'organisation_id'),
      endsOn: text(row, 'ends_on'),
      label: text(row, 'label'),
    })),
    coreSectors: wants.core_sectors,
    wantsIndependence: wants.wants_independence,
  }
}

function text(row: DemoRow, column: string): string {
  return String(row[column] ?? '')
}

function nullable(row: DemoRow, column: string): string | null {
  return text(row, column) || null
}

function number(row: DemoRow, column: string): number | null {
  const cell = text(row, column)
  return cell === '' ? null : Number(cell)
}
