import { verdict } from '@commonweal/domain/access/permissions'
import type { SignExplanation } from '@commonweal/domain/risks/explain-signs/explain-sign'
import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import { historyBefore } from '@commonweal/domain/risks/history-before'
import { thresholdsInForce } from '@commonweal/domain/risks/thresholds'
import type { Scope } from '../database/scope.ts'
import { ProblemError } from '../http/problem-error.ts'
import { wholeHistory } from './history-for.ts'
import { refuseImpossible } from './month-range.ts'
import { namesIn } from './names-in.ts'
import type { ReadBeside } from './read-beside.ts'
import { personNames } from './person-names.store.ts'

interface NamedSignExplanation extends SignExplanation {
  readonly community: string
  readonly names: Readonly<Record<string, string>>
}

/** What drives a sign, with names for its ids; persons are among it for stewards. A sign that is switched off in the month is not there. */
export async function explainedSign(
  scope: Scope,
  sign: SecondaryFlagName,
  query: { readonly month?: string; readonly knownOn?: string },
  read: ReadBeside,
): Promise<NamedSignExplanation> {
  const { slug, history, thresholds } = await wholeHistory(scope, query.knownOn)
  const present = (query.knownOn ?? scope.today).slice(0, 7)
  const month = query.month ?? present
  refuseImpossible(month, month)
  if (thresholdsInForce(thresholds, month)?.values?.switchedOff?.includes(sign)) throw new ProblemError('not-found')
  const isNamed = verdict(scope.role, 'people:manage') === 'always'
  const known = month < present ? historyBefore(history, month) : history
  const explained = await read('explainSign', known, sign, month, thresholds, isNamed)
  const { raising, holding } = explained.drivers
  const personIds = [...raising, ...holding].flatMap(({ kind, id }) => (kind === 'person' ? [id] : []))
  const names = { ...namesIn(history, JSON.stringify(explained)), ...(await personNames(scope, personIds)) }
  return { community: slug, ...explained, names }
}
