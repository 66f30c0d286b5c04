import { isEnded, type InitiativeState } from '@commonweal/domain/initiatives/initiative'
import { addRowFault, cell, setCell, type FileRows, type PackageRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'

interface Community {
  readonly timezone: string
  readonly currency: string
}

/** Fills what a cell left open and another says: the state of an initiative, the currency of an amount, a zone. */
export function fillDefaults(rows: PackageRows, community: Community, today: string, faults: IssueList): void {
  fillEmpty(rows.get('organisations'), 'legal_status', () => 'unknown')
  fillEmpty(rows.get('spaces'), 'timezone', () => community.timezone)
  fillEmpty(rows.get('pledges'), 'currency', (pledges, row) =>
    cell(pledges, row, 'amount_minor') === '' ? '' : community.currency,
  )
  const initiatives = rows.get('initiatives')
  if (initiatives) fillStates(initiatives, today, faults)
}

function fillEmpty(rows: FileRows | undefined, column: string, value: (rows: FileRows, row: number) => string): void {
  if (!rows) return
  for (let row = 0; row < rows.lines.length; row += 1) {
    if (cell(rows, row, column) === '') setCell(rows, row, column, value(rows, row))
  }
}

function fillStates(rows: FileRows, today: string, faults: IssueList): void {
  for (let row = 0; row < rows.lines.length; row += 1) {
    if (rows.faulty.has(row)) continue
    const [said, endState, endedOn] = [
      cell(rows, row, 'state'),
      cell(rows, row, 'end_state'),
      cell(rows, row, 'ended_on'),
    ]
    const state = said || endState || stateFromDates(cell(rows, row, 'started_on'), endedOn, today)
    const hasEnded = isEnded(state as InitiativeState)
    if (endState !== '' && endState !== state) addRowFault(faults, rows, row, 'end_state', 'states-differ', endState)
    else if (hasEnded && endedOn === '') addRowFault(faults, rows, row, 'ended_on', 'end-without-day', state)
    else if (!hasEnded && endedOn !== '') addRowFault(faults, rows, row, 'state', 'ended-but-open', state)
    setCell(rows, row, 'state', state)
    setCell(rows, row, 'end_state', hasEnded ? state : '')
  }
}

/** Where an initiative stands when nobody said: ended without a word is completed, not yet begun still seeks partners. */
function stateFromDates(startedOn: string, endedOn: string, today: string): InitiativeState {
  if (endedOn !== '') return 'completed'
  if (startedOn === '') return 'idea'
  return startedOn <= today ? 'active' : 'seeking-partners'
}
