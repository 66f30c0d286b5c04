import { handledFlags } from '@commonweal/contracts/handling'
import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { handlingKinds } from '@commonweal/domain/risks/handling'
import { isKeptReading, isThresholdValues } from '@commonweal/domain/risks/kept-shapes'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, refTo, oneOf, line, text, day, instant } = column

/** What was said of the months, by which lines, and what people did about it. */
export const riskFiles: readonly PackageFile[] = [
  file('risk-parameters', {
    holds: 'a set of thresholds the community judges by from a month on; appended, never changed',
    hasKnowledge: false,
    isAppendOnly: true,
    naturalKey: ['position'],
    columns: [
      required('position', { is: 'integer', min: 1, max: 32_767 }),
      required('from', line, { db: 'from_month' }),
      required('set_at', instant),
      optional('person_id', refTo('people')),
      required('thresholds', { is: 'json', isFit: isThresholdValues }),
      required('reason', text),
    ],
  }),
  file('risk-assessments', {
    holds:
      'what was said of a month when it was assessed (position 0), and each revision of it; appended, never changed',
    hasKnowledge: false,
    isAppendOnly: true,
    naturalKey: ['month', 'position'],
    columns: [
      required('month', line),
      required('position', { is: 'integer', min: 0, max: 32_767 }),
      required('assessed_at', instant),
      required('known_on', day),
      required('engine', line),
      required('parameters_version', line),
      required('reading', { is: 'json', isFit: isKeptReading }),
    ],
  }),
  file('flag-handlings', {
    holds: 'what somebody did about a raised flag; appended, never changed',
    hasKnowledge: false,
    isAppendOnly: true,
    columns: [
      required('flag', oneOf(handledFlags)),
      required('kind', oneOf(handlingKinds)),
      required('at', instant),
      required('month', line),
      required('level', oneOf(flagLevels)),
      optional('person_id', refTo('people')),
      optional('note', text),
      optional('until_on', day),
      optional('review_on', day),
      optional('initiative_id', refTo('initiatives')),
    ],
  }),
]
