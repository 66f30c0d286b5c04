import { addRow, addRowFault, cell, columnAt, emptyRows, type FileRows, type PackageRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'
import type { FileKind } from './package-columns.ts'
import { packageFile } from './package-files.ts'

/**
 * Turns the shorthands into the rows they stand for: `joined_on`, `left_on` of an organisation into memberships, the
 * organisation of a person into a representation. A person may stand in several lines, one a representation.
 */
export function unfoldShorthands(rows: PackageRows, faults: IssueList): void {
  unfoldMemberships(rows, faults)
  unfoldRepresentations(rows, faults)
}

function unfoldMemberships(rows: PackageRows, faults: IssueList): void {
  const organisations = rows.get('organisations')
  if (!organisations || !(organisations.header.has('joined_on') || organisations.header.has('left_on'))) return
  const named = new Set(refsIn(rows.get('memberships'), 'organisation_id'))
  const said = organisations.header.has('left_on') ? ['to', 'reason'] : []
  const memberships = target(rows, 'memberships', ['organisation_id', 'state', 'from', ...said])
  for (const [index, ref] of organisations.refs.entries()) {
    const joinedOn = cell(organisations, index, 'joined_on')
    const leftOn = cell(organisations, index, 'left_on')
    const reason = cell(organisations, index, 'leave_reason')
    if (organisations.faulty.has(index)) continue
    if (reason !== '' && leftOn === '')
      addRowFault(faults, organisations, index, 'leave_reason', 'reason-without-leaving', reason)
    else if (joinedOn !== '' && leftOn !== '' && leftOn < joinedOn)
      addRowFault(faults, organisations, index, 'left_on', 'dates-in-wrong-order', leftOn)
    else if ((joinedOn !== '' || leftOn !== '') && named.has(ref))
      addRowFault(faults, organisations, index, 'joined_on', 'membership-twice', ref)
    else {
      // Who left was a partner before, even where the day of joining is not known.
      if (joinedOn !== '' || leftOn !== '')
        addShorthand(memberships, organisations, index, {
          organisation_id: ref,
          state: 'active',
          from: joinedOn,
          to: leftOn,
        })
      if (leftOn !== '')
        addShorthand(memberships, organisations, index, { organisation_id: ref, state: 'left', from: leftOn, reason })
    }
  }
}

function unfoldRepresentations(rows: PackageRows, faults: IssueList): void {
  const people = rows.get('people')
  if (!people) return
  const once = emptyRows(people.file, people.header)
  const hasShorthand = people.header.has('organisation_id')
  const named = new Set(refsIn(rows.get('representations'), 'person_id'))
  const representations = hasShorthand ? target(rows, 'representations', people.header) : null
  if (representations) (representations.header as Set<string>).add('person_id')
  const firstLine = new Map<string, number>()
  for (const [index, ref] of people.refs.entries()) {
    const isFaulty = people.faulty.has(index)
    if (!isFaulty && representations) unfoldRepresentation(people, index, representations, named, faults)
    const first = firstLine.get(ref)
    if (first !== undefined && hasShorthand && cell(people, index, 'organisation_id') !== '') {
      if (!isFaulty && !isSamePerson(once, first, people, index))
        addRowFault(faults, people, index, 'id', 'id-twice', ref)
      continue
    }
    firstLine.set(ref, once.lines.length)
    if (people.faulty.has(index)) once.faulty.add(once.lines.length)
    addRow(once, {
      line: people.lines[index] ?? 0,
      ref,
      cells: [...(people.cells[index] ?? [])],
      recordedAt: people.recordedAt[index] ?? '',
    })
  }
  rows.set('people', once)
}

function unfoldRepresentation(
  people: FileRows,
  index: number,
  representations: FileRows,
  named: ReadonlySet<string>,
  faults: IssueList,
): void {
  const organisation = cell(people, index, 'organisation_id')
  const [capacity, from, to] = [cell(people, index, 'capacity'), cell(people, index, 'from'), cell(people, index, 'to')]
  const isPaid = cell(people, index, 'is_paid')
  const ref = people.refs[index] ?? ''
  if (organisation === '') {
    const stray = ['capacity', 'is_paid', 'from', 'to'].find((name) => cell(people, index, name) !== '')
    if (stray) addRowFault(faults, people, index, 'organisation_id', 'missing')
  } else if (capacity === '') addRowFault(faults, people, index, 'capacity', 'missing')
  else if (from !== '' && to !== '' && to < from) addRowFault(faults, people, index, 'to', 'dates-in-wrong-order', to)
  else if (named.has(ref)) addRowFault(faults, people, index, 'organisation_id', 'representation-twice', ref)
  else
    addShorthand(representations, people, index, {
      person_id: ref,
      organisation_id: organisation,
      capacity,
      is_paid: isPaid,
      from,
      to,
    })
}

function isSamePerson(once: FileRows, first: number, people: FileRows, index: number): boolean {
  const isSame = ['display_name', 'email'].every((name) => cell(once, first, name) === cell(people, index, name))
  return isSame && once.recordedAt[first] === people.recordedAt[index]
}

function refsIn(rows: FileRows | undefined, column: string): string[] {
  return rows ? rows.cells.map((cells) => cells[columnAt(rows.file, column)] ?? '') : []
}

/** The file the shorthand stands for; what it does not say it leaves as it is here. */
function target(rows: PackageRows, kind: FileKind, header: Iterable<string>): FileRows {
  const known = rows.get(kind)
  if (known) return known
  const made = emptyRows(packageFile(kind), header)
  rows.set(kind, made)
  return made
}

function addShorthand(rows: FileRows, from: FileRows, index: number, said: Record<string, string>): void {
  const cells = rows.file.columns.map((column) => said[column.name] ?? '')
  addRow(rows, {
    line: from.lines[index] ?? 0,
    ref: '',
    cells,
    recordedAt: from.recordedAt[index] ?? '',
    saidIn: from.file.name,
  })
}
