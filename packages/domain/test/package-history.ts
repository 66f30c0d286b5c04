import { readFileSync } from 'node:fs'
import type { History } from '../src/risks/history.ts'

type Row = Readonly<Record<string, string>>

/** Reads a community package without quoted cells, as far as the engine needs it; a missing file is an unknown source. */
export function packageHistory(folder: URL): History {
  const community = JSON.parse(readFileSync(new URL('community.json', folder), 'utf8')) as Row
  const organisations = rows(folder, 'organisations.csv') ?? []
  return {
    currency: community['currency'] ?? '',
    dataCompleteThrough: community['data_complete_through'] ?? null,
    organisations: organisations.map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      sector: text(row, 'sector'),
      legalStatus: text(row, 'legal_status'),
      parentId: row['parent_id'] || null,
    })),
    memberships: organisations
      .filter((row) => row['joined_on'])
      .map((row) => ({
        organisationId: text(row, 'id'),
        state: 'active',
        from: text(row, 'joined_on'),
        to: row['left_on'] || null,
      })),
    initiatives: (rows(folder, 'initiatives.csv') ?? []).map((row) => ({
      id: text(row, 'id'),
      kind: text(row, 'kind'),
      startedOn: row['started_on'] || null,
      plannedEndOn: row['planned_end_on'] || null,
      endedOn: row['ended_on'] || null,
      endState: row['end_state'] || null,
    })),
    participations: (rows(folder, 'participations.csv') ?? []).map((row) => ({
      initiativeId: text(row, 'initiative_id'),
      organisationId: text(row, 'organisation_id'),
      role: text(row, 'role'),
      from: row['from'] || null,
      to: row['to'] || null,
    })),
    bookings: null,
    pledges:
      rows(folder, 'pledges.csv')?.map((row) => ({
        id: text(row, 'id'),
        initiativeId: row['initiative_id'] || null,
        organisationId: text(row, 'organisation_id'),
        kind: text(row, 'kind'),
        route: text(row, 'route'),
        amountMinor: row['amount_minor'] ? Number(row['amount_minor']) : null,
        currency: row['currency'] || null,
        quantity: null,
        unit: null,
        confirmedOn: row['confirmed_on'] || null,
        from: row['from'] || null,
        to: row['to'] || null,
        status: text(row, 'status'),
      })) ?? null,
    instalments:
      rows(folder, 'instalments.csv')?.map((row) => ({
        pledgeId: text(row, 'pledge_id'),
        dueOn: text(row, 'due_on'),
        amountMinor: Number(row['amount_minor']),
        quantity: null,
      })) ?? null,
    receipts:
      rows(folder, 'receipts.csv')?.map((row) => ({
        pledgeId: text(row, 'pledge_id'),
        receivedOn: text(row, 'received_on'),
        amountMinor: Number(row['amount_minor']),
        quantity: null,
      })) ?? null,
    costs: null,
    reserves: null,
    coordinations:
      rows(folder, 'coordinations.csv')?.map((row) => ({
        initiativeId: text(row, 'initiative_id'),
        personId: text(row, 'person_id'),
        from: row['from'] || null,
        to: row['to'] || null,
        hours: row['hours'] ? Number(row['hours']) : null,
      })) ?? null,
    representations: representations(folder),
    spaces:
      rows(folder, 'spaces.csv')?.map((row) => ({
        id: text(row, 'id'),
        name: text(row, 'name'),
        kind: text(row, 'kind'),
        hostId: row['host_id'] || null,
        from: row['from'] || null,
        to: row['to'] || null,
      })) ?? null,
  }
}

/** Both ways of saying for whom a person acts: a file of its own, or the shorthand in the file of people. */
function representations(folder: URL): NonNullable<History['representations']> | null {
  const people = rows(folder, 'people.csv')?.map((row): Row => ({ ...row, person_id: text(row, 'id') }))
  const own = rows(folder, 'representations.csv')
  if (own === null && people === undefined) return null
  const said = [...(own ?? []), ...(people ?? []).filter((row) => row['organisation_id'])]
  return said.map((row) => ({
    personId: text(row, 'person_id'),
    organisationId: text(row, 'organisation_id'),
    capacity: text(row, 'capacity'),
    isPaid: row['is_paid'] ? row['is_paid'] === 'true' : null,
    from: row['from'] || null,
    to: row['to'] || null,
  }))
}

function rows(folder: URL, file: string): Row[] | null {
  let content: string
  try {
    content = readFileSync(new URL(file, folder), 'utf8')
  } catch {
    return null
  }
  const [header = '', ...lines] = content.trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

function text(row: Row, column: string): string {
  return row[column] ?? ''
}
