import type { History } from '../../packages/domain/src/risks/history.ts'
import type { DataFolder, Row } from './data-folder.ts'

/** A history that knows of nothing but what is put into it. */
export const emptyHistory: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [],
  memberships: null,
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
}

/** A community package as the engine reads it; a missing file is an unknown source, a file with only its header says there is none. */
export async function packageHistory(folder: DataFolder): Promise<History> {
  const community = folder.json('community.json') as Readonly<Record<string, unknown>>
  const organisations = (await folder.rows('organisations.csv')) ?? []
  return {
    ...emptyHistory,
    currency: wordOf(community['currency']) ?? '',
    dataCompleteThrough: wordOf(community['data_complete_through']),
    organisations: organisations.map((row) => ({
      id: cell(row, 'id'),
      sector: cell(row, 'sector'),
      legalStatus: cell(row, 'legal_status'),
      parentId: row['parent_id'] || null,
    })),
    memberships: organisations
      .filter((row) => row['joined_on'])
      .map((row) => ({
        organisationId: cell(row, 'id'),
        state: 'active',
        from: cell(row, 'joined_on'),
        to: row['left_on'] || null,
      })),
    initiatives: ((await folder.rows('initiatives.csv')) ?? []).map((row) => ({
      id: cell(row, 'id'),
      kind: cell(row, 'kind'),
      startedOn: row['started_on'] || null,
      plannedEndOn: row['planned_end_on'] || null,
      endedOn: row['ended_on'] || null,
      endState: row['end_state'] || null,
    })),
    participations: ((await folder.rows('participations.csv')) ?? []).map((row) => ({
      initiativeId: cell(row, 'initiative_id'),
      organisationId: cell(row, 'organisation_id'),
      role: cell(row, 'role'),
      from: row['from'] || null,
      to: row['to'] || null,
    })),
    pledges: (await folder.rows('pledges.csv'))?.map(pledgeOf) ?? null,
    instalments:
      (await folder.rows('instalments.csv'))?.map((row) => ({ ...paidOf(row), dueOn: cell(row, 'due_on') })) ?? null,
    receipts:
      (await folder.rows('receipts.csv'))?.map((row) => ({ ...paidOf(row), receivedOn: cell(row, 'received_on') })) ??
      null,
  }
}

function pledgeOf(row: Row): NonNullable<History['pledges']>[number] {
  return {
    id: cell(row, 'id'),
    initiativeId: row['initiative_id'] || null,
    organisationId: cell(row, 'organisation_id'),
    kind: cell(row, 'kind'),
    route: cell(row, 'route'),
    amountMinor: numberOf(row, 'amount_minor'),
    currency: row['currency'] || null,
    quantity: numberOf(row, 'quantity'),
    unit: row['unit'] || null,
    confirmedOn: row['confirmed_on'] || null,
    from: row['from'] || null,
    to: row['to'] || null,
    status: cell(row, 'status'),
  }
}

function paidOf(row: Row) {
  return {
    pledgeId: cell(row, 'pledge_id'),
    amountMinor: numberOf(row, 'amount_minor'),
    quantity: numberOf(row, 'quantity'),
  }
}

function cell(row: Row, column: string): string {
  return row[column] ?? ''
}

function numberOf(row: Row, column: string): number | null {
  return row[column] ? Number(row[column]) : null
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
