import { type Day, dayFromNumber } from '../../values/day.ts'
import { firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import { type DatedFacts, datedFacts } from '../dated-facts.ts'
import type { FlagLevel } from '../flag-level.ts'
import type { FlagReading, LevelChange } from '../flag-reading.ts'
import { fundingFactsBehind } from '../funding/funding-facts.ts'
import { fundingFold, type FundingReading } from '../funding/funding-fold.ts'
import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { History } from '../history.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { stagnationFold, type StagnationReading } from '../stagnation/stagnation-fold.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import { parametersInForce, thresholdsInForce, type ThresholdVersion, versionName } from '../thresholds.ts'
import { blankReading } from '../timeline.ts'
import { type Drivers, driversOf, worstOf } from './driver.ts'
import { type ExplainedReading, explainedFamilies, explainedSublevels } from './explained-readings.ts'
import type { FlagCode } from './flag-code.ts'
import { flagMonths } from './flag-months.ts'
import { fundingCandidates } from './funding-candidates.ts'
import { fundingExposure } from './funding-exposure.ts'
import { fundingStrain } from './funding-strain.ts'
import { fundingWays } from './funding-ways.ts'
import { openFunding, openStagnation } from './opened-month.ts'
import { type Remedy, remediesFor } from './playbook.ts'
import { fundingMeasures, stagnationMeasures } from './reading-values.ts'
import { stagnationCandidates } from './stagnation-candidates.ts'
import { stagnationExposure } from './stagnation-exposure.ts'
import { stagnationStrain } from './stagnation-strain.ts'
import { stagnationWays } from './stagnation-ways.ts'
import type { Sentence } from './value.ts'
import type { Way } from './way.ts'

/** Everything there is to say of one flag in one month. Sentences are codes with values; ids are those of the facts. */
export interface Explanation {
  readonly flag: FlagCode
  readonly month: Month
  readonly engine: string
  readonly parametersVersion: string
  readonly dataCompleteThrough: Day | null
  readonly level: FlagLevel | 'insufficient-data'
  readonly heldLevel: FlagLevel
  readonly score: number | null
  readonly mostScore: 10 | 3
  readonly reason: Reason | null
  readonly exposure: Sentence
  readonly readings: readonly ExplainedReading[]
  readonly drivers: Drivers
  readonly ways: readonly Way[]
  readonly remedies: readonly Remedy[]
  readonly since: Since
}

export interface Since {
  readonly onset: Month | null
  readonly evidenceOnset: Day | null
  readonly peak: FlagLevel
  readonly insufficientSince: Month | null
  readonly reopenedCount: number
  /** Changes of level up to the month, the latest first. */
  readonly changes: readonly LevelChange[]
}

/**
 * Explains one flag as it stood in one month: exposure, readings with all they were judged by, the facts that drive it, what would lower
 * it, what usually helps, and since when. Everything but the flag's own memory is read from that month alone, by
 * the lines in force in it (`versions` are those a community set for itself). Source: docs/adr/0090.
 */
export function explain(
  history: History,
  flag: FlagCode,
  month: Month,
  versions: readonly ThresholdVersion[] = [],
): Explanation {
  const version = thresholdsInForce(versions, month)
  const parameters = parametersInForce(version?.values ?? null, versionName(version))
  const facts = datedFacts(history)
  return flag === 'network-stagnation'
    ? ofStagnation(facts, month, flagMonths(facts, month, versions, stagnationFold), parameters)
    : ofFunding(facts, month, flagMonths(facts, month, versions, fundingFold), parameters)
}

function ofStagnation(
  { history }: DatedFacts,
  month: Month,
  months: readonly StagnationReading[],
  parameters: Parameters,
): Explanation {
  const stagnation = months.at(-1) ?? blankReading(history, monthIndex(month), parameters).stagnation
  const read = openStagnation(history, month, parameters)
  const now = read(history, month)
  const { candidates, of } = stagnationCandidates(history, month, parameters)
  const drivers = driversOf(now, now.score === null ? [] : candidates, of, {
    read: (without) => read(without, month),
    total: (points) => points.reduce((sum, one) => sum + one, 0),
    strain: (name, families) =>
      ofReading(
        stagnationStrain,
        name as keyof StagnationFamilies,
        families[name as keyof StagnationFamilies],
        parameters.stagnation,
      ),
    measures: (name, families) =>
      ofReading(
        stagnationMeasures,
        name as keyof StagnationFamilies,
        families[name as keyof StagnationFamilies],
        parameters.stagnation,
      ),
    decides: (grades) => Object.keys(grades),
  })
  return {
    ...common('network-stagnation', stagnation, month, months, parameters),
    mostScore: 10,
    exposure: stagnationExposure(stagnation, now.readings, parameters.stagnation),
    readings: explainedFamilies(now, parameters),
    drivers,
    ways: stagnationWays(history, month, now.score, parameters, read),
    remedies: remediesFor('network-stagnation', now.grades),
  }
}

function ofFunding(
  facts: DatedFacts,
  month: Month,
  months: readonly FundingReading[],
  parameters: Parameters,
): Explanation {
  const { history } = facts
  const index = monthIndex(month)
  const funding = months.at(-1) ?? blankReading(history, index, parameters).funding
  const { funders } = fundingFactsBehind(facts, index, parameters.funding).concentration
  const read = openFunding(history, month, parameters)
  const now = read(history, month)
  const { candidates, of } = fundingCandidates(history, month, parameters, funders)
  const drivers = driversOf(now, now.score === null ? [] : candidates, of, {
    read: (without) => read(without, month),
    total: (levels) => Math.max(...levels),
    strain: (name, sublevels) =>
      ofReading(
        fundingStrain,
        name as keyof FundingSublevels,
        sublevels[name as keyof FundingSublevels],
        parameters.funding,
      ),
    measures: (name, sublevels) =>
      ofReading(
        fundingMeasures,
        name as keyof FundingSublevels,
        sublevels[name as keyof FundingSublevels],
        parameters.funding,
      ),
    decides: worstOf,
  })
  return {
    ...common('funding-dependency', funding, month, months, parameters),
    mostScore: 3,
    exposure: fundingExposure(
      funding,
      now.readings,
      parameters.funding,
      funders[0]?.lastPledgedOn ?? null,
      dayFromNumber(firstDayNumber(index)),
    ),
    readings: explainedSublevels(now, parameters),
    drivers,
    ways: fundingWays(history, month, now.score, parameters, read),
    remedies: remediesFor('funding-dependency', now.grades),
  }
}

function common(
  flag: FlagCode,
  reading: FlagReading,
  month: Month,
  months: readonly FlagReading[],
  parameters: Parameters,
) {
  const changes = months.flatMap(({ change }) => (change === null ? [] : [change]))
  return {
    flag,
    month,
    engine,
    parametersVersion: parameters.version,
    dataCompleteThrough: reading.dataCompleteThrough,
    level: reading.level,
    heldLevel: reading.heldLevel,
    score: reading.score,
    reason: reading.reason ?? null,
    since: {
      onset: reading.onset,
      evidenceOnset: reading.evidenceOnset,
      peak: reading.peak,
      insufficientSince: reading.insufficientSince,
      reopenedCount: reading.reopenedCount,
      changes: changes.toReversed(),
    },
  }
}

function ofReading<Readings, Lines, Result, Name extends keyof Readings>(
  say: { readonly [Key in keyof Readings]: (reading: Readings[Key], lines: Lines) => Result },
  name: Name,
  reading: Readings[Name],
  lines: Lines,
): Result {
  return say[name](reading, lines)
}
