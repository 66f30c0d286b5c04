import { MAX_ALT, MAX_FILE_BYTES, MAX_FILE_NAME, mediaTypes } from '@commonweal/domain/files/media-types'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, refTo, oneOf, line, text, instant } = column

/** What people told each other about initiatives, and the files that went with it. */
export const updateFiles: readonly PackageFile[] = [
  file('updates', {
    holds: 'what somebody told about an initiative, in Markdown, for an organisation where they acted for one',
    hasRevision: true,
    columns: [
      required('initiative_id', refTo('initiatives')),
      optional('person_id', refTo('people')),
      optional('organisation_id', refTo('organisations')),
      required('posted_at', instant),
      required('title', line),
      required('text', text),
    ],
  }),
  file('files', {
    holds:
      'a file of an update; its bytes lie beside the tables as `files/<sha256>`, a picture says in `alt` what it shows',
    columns: [
      required('update_id', refTo('updates')),
      required('position', { is: 'integer', min: 0, max: 32_767 }),
      required('name', { is: 'line', maxLength: 2 * MAX_FILE_NAME }),
      required('media_type', oneOf(mediaTypes)),
      required('size_bytes', { is: 'integer', min: 1, max: MAX_FILE_BYTES }),
      required('sha256', { is: 'sha256' }),
      optional('alt', { is: 'line', maxLength: 2 * MAX_ALT }),
    ],
  }),
]
