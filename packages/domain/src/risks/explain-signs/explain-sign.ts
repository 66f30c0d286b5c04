import type { Day } from '../../values/day.ts'
import type { Month } from '../../values/month.ts'
import { type Drivers, driversOf, worstOf } from '../explain/driver.ts'
import type { History } from '../history.ts'
import { engine } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'
import type { SignalLevel } from '../secondary/signal.ts'
import type { SignPart } from '../secondary/sign-parts.ts'
import { parametersInForce, thresholdsInForce, type ThresholdVersion, versionName } from '../thresholds.ts'
import { factsOfWindow } from './facts-of-window.ts'
import { signCandidates } from './sign-candidates.ts'
import { signMeasures } from './sign-figures.ts'
import { openMonth, recordsSince, signIn, signOf } from './sign-month.ts'
import type { ShareKind } from './sign-rows.ts'
import { signStrain } from './sign-strain.ts'
import type { SignWay } from './sign-way.ts'
import { signWays } from './sign-ways.ts'

/** What drives one of the other signs in one month. Sentences are codes with values; ids are those of the facts. */
export interface SignExplanation {
  readonly sign: SecondaryFlagName
  readonly month: Month
  readonly engine: string
  readonly parametersVersion: string
  readonly dataCompleteThrough: Day | null
  /** Level the month calls for, 0..3, before it becomes one that moves slowly; null where it cannot be read. */
  readonly score: SignalLevel | null
  readonly mostScore: 3
  readonly reason: Reason | null
  /** Level each part calls for; null where it cannot be read. */
  readonly parts: Readonly<Record<string, number | null>>
  readonly drivers: Drivers<ShareKind>
  readonly ways: readonly SignWay[]
  /** What drives the sign would tell how single persons are engaged, and they may not be named. */
  readonly isWithheld: boolean
}

/** What one person is paid for, and for how many hours, can be told from what this sign reads without a single fact. */
const TELLS_TERMS: SecondaryFlagName = 'volunteering'

/**
 * Explains one sign in one month by the lines in force in it: initiatives, partners and, where `namesPersons`, persons are left out one
 * by one and the month is read again. How long records have been kept stays as it is, whichever fact is left out. Source: docs/adr/0114.
 */
export function explainSign(
  history: History,
  sign: SecondaryFlagName,
  month: Month,
  versions: readonly ThresholdVersion[] = [],
  namesPersons = false,
): SignExplanation {
  const version = thresholdsInForce(versions, month)
  const parameters = parametersInForce(version?.values ?? null, versionName(version))
  const since = recordsSince(history)
  const seen = factsOfWindow(history, sign, month, parameters)
  const opened = openMonth(seen, sign, month, parameters, since)
  const now = signIn(opened, sign)
  const isWithheld = sign === TELLS_TERMS && !namesPersons
  const isTried = now.score !== null && !isWithheld
  const { candidates, of } = isTried
    ? signCandidates(seen, opened, { now, sign }, namesPersons)
    : { candidates: [], of: 0 }
  return {
    sign,
    month,
    engine,
    parametersVersion: parameters.version,
    dataCompleteThrough: history.dataCompleteThrough,
    score: now.readings.score,
    mostScore: 3,
    reason: now.readings.reason ?? null,
    parts: now.grades,
    drivers: driversOf(now, candidates, of, {
      read: (without) => signOf(without, sign, month, parameters, since),
      total: (levels) => Math.max(...levels),
      strain: (part, signal) => signStrain[part as SignPart](signal, parameters.secondary),
      measures: (part, signal) => signMeasures[part as SignPart](signal),
      decides: worstOf,
    }),
    ways: isWithheld ? [] : signWays(history, opened, { now, sign, month }, since),
    isWithheld,
  }
}
