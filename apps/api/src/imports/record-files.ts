import { capacities } from '@commonweal/domain/people/person'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, oneOf, line, instant, json, uuid } = column

/** The trace of acts, and rows about rows: what they said before, where they came from. */
export const recordFiles: readonly PackageFile[] = [
  file('activity', {
    holds: 'who did what, when, for which organisation, wearing which hat; appended, never changed',
    hasKnowledge: false,
    isAppendOnly: true,
    columns: [
      required('at', instant),
      optional('person_id', uuid),
      optional('organisation_id', uuid),
      optional('capacity', oneOf(capacities)),
      required('verb', line),
      required('object_kind', line),
      required('object_id', uuid),
      required('facts', json),
    ],
  }),
  file('history', {
    holds:
      'what a row said before it was changed, and the time it was believed; ids are row ids, `image` is JSON of values by the names of the table and has to be what a row of that file could say; the file `community` is what the community said of itself',
    table: 'versions',
    hasKnowledge: false,
    isAboutRows: true,
    columns: [
      required('file', line, { db: 'table_name' }),
      required('row_id', uuid, { db: 'id' }),
      required('recorded_from', instant),
      required('recorded_to', instant),
      required('image', json),
    ],
  }),
  file('origins', {
    holds:
      'a row that comes from another source than the package’s, or was changed since it came: its id there and what it said, as JSON',
    hasKnowledge: false,
    isAboutRows: true,
    columns: [
      required('file', line),
      required('row_id', uuid),
      required('source', line),
      required('ref', line),
      required('base', json),
    ],
  }),
]
