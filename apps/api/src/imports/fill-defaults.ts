import { isEnded, type InitiativeState } from '@commonweal/domain/initiatives/initiative'
import { defaultBookingRules } from '@commonweal/domain/spaces/space'
import { addRowFault, cell, setCell, type FileRows, type PackageRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'

interface Community {
  readonly timezone: string
  readonly currency: string
}

/** Fills what a cell left open and another says: the state of an initiative, the currency of an amount, a zone. */
export function fillDefaults(rows: PackageRows, community: Community, today: string, faults: IssueList): void {
  fillEmpty(rows.get('organisations'), 'legal_status', () => 'unknown')
  fillEmpty(rows.get('organisations'), 'is_pass_through', () => 'false')
  fillEmpty(rows.get('people'), 'mails', () => 'each')
  fillSpaces(rows.get('spaces'), community)
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

/** What nobody said of a space: its clock is the community's, its host is asked, nothing is kept free around a booking. */
function fillSpaces(rows: FileRows | undefined, { timezone }: Community): void {
  const { needsApproval, isShared, bufferBeforeMinutes, bufferAfterMinutes } = defaultBookingRules
  const said = {
    timezone,
    needs_approval: String(needsApproval),
    is_shared: String(isShared),
    buffer_before_minutes: String(bufferBeforeMinutes),
    buffer_after_minutes: String(bufferAfterMinutes),
  }
  for (const [column, value] of Object.entries(said)) fillEmpty(rows, column, () => value)
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
