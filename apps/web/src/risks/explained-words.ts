import type { Driver, Move } from '@commonweal/domain/risks/explain/driver'
import type { ExplainedReading } from '@commonweal/domain/risks/explain/explained-readings'
import type { Explanation } from '@commonweal/domain/risks/explain/explain'
import type { RemedyCode } from '@commonweal/domain/risks/explain/playbook'
import type { Sentence, Value } from '@commonweal/domain/risks/explain/value'
import type { Step } from '@commonweal/domain/risks/explain/way'
import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { type Formats, spokenValue, spokenValues } from '@commonweal/words/spoken-values'
import { sayLevel, type ShownValue } from './reading-words.ts'
import { familyNames } from './stagnation-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/explanations.ts'
import '../words/of/readings.ts'

/** How this voice says each kind of value. */
export function formatsOf(v: Voice): Formats {
  return {
    ...v,
    fraction: (near, share) =>
      share === null ? v.t(`explanations:fraction.${near}`) : v.t(`explanations:about.${near}`, { share }),
  }
}

export function sayValue(v: Voice, value: Value): string {
  return spokenValue(value, formatsOf(v))
}

/** The engine's codes are keys of the catalogue; a test of the words holds them together. */
function say(v: Voice, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (v.t as (key: string, values: object) => string)(`explanations:${key}`, values)
}

/** The one sentence of exposure. */
export function sayExposure(v: Voice, { code, values }: Sentence): string {
  return say(v, `exposure.${code}`, spokenValues(values, formatsOf(v)))
}

/** What is to be said of a driving fact. */
export function sayFact(v: Voice, { said }: Driver): string {
  return say(v, `drivers.said.${said.code}`, spokenValues(said.values, formatsOf(v)))
}

/** How much a fact weighs, in points or levels. */
export function sayEffect(
  v: Voice,
  { effect, scoreWithout }: Driver<string>,
  { mostScore, score }: Pick<Explanation, 'mostScore' | 'score'>,
): string {
  if (scoreWithout === null && effect === score && effect > 0) return v.t('explanations:drivers.effect.whole')
  if (effect === 0) return v.t('explanations:drivers.effect.slight')
  const count = Math.abs(effect)
  const much =
    mostScore === 10
      ? v.t('explanations:drivers.effect.points', { count })
      : v.t('explanations:drivers.effect.levels', { count })
  return effect > 0
    ? v.t('explanations:drivers.effect.adds', { much })
    : v.t('explanations:drivers.effect.spares', { much })
}

/** The measure a fact moves most. */
export function sayMeasure(v: Voice, { reading, measure }: Move): string {
  return say(v, `drivers.measure.${reading}.${measure}`)
}

/** A measure with the fact that moves it and without it. */
export function sayMove(v: Voice, moves: Move, measure: string): string {
  return v.t('explanations:drivers.moves', {
    measure,
    with: sayValue(v, moves.with),
    without: sayValue(v, moves.without),
  })
}

export function sayStep(v: Voice, step: Step): string {
  switch (step.kind) {
    case 'wait':
      return v.t('explanations:ways.step.wait')
    case 'start':
      return step.newPartnersEach === 1
        ? v.t('explanations:ways.step.startNew', { count: step.initiatives })
        : v.t('explanations:ways.step.start', { count: step.initiatives })
    case 'prolong':
      return v.t('explanations:ways.step.prolong', { count: step.initiativeIds.length })
    case 'return':
      return v.t('explanations:ways.step.return', { count: step.organisationIds.length })
    case 'new-funders':
      return v.t(`explanations:ways.step.${step.as}`, { count: step.funders, amount: v.money(step.amountMinorEach) })
    case 'receive':
      return v.t('explanations:ways.step.receive', { count: step.pledgeIds.length, amount: v.money(step.amountMinor) })
    case 'renew':
      return v.t('explanations:ways.step.renew', { count: step.pledgeIds.length, amount: v.money(step.amountMinor) })
    case 'save':
      return v.t('explanations:ways.step.save', { part: v.share(step.part), amount: v.money(step.amountMinorMonthly) })
  }
}

/** What the next reading would be with the events of a way. */
export function sayResult(
  v: Voice,
  then: number,
  { mostScore, score }: Pick<Explanation, 'mostScore' | 'score'>,
): string {
  if (mostScore === 10) return v.t('explanations:ways.result.points', { count: then, score: v.number(score ?? 0) })
  return v.t('explanations:ways.result.level', {
    level: sayLevel(v, flagLevels[then] ?? 'none'),
    from: sayLevel(v, flagLevels[score ?? 0] ?? 'none'),
  })
}

/** Interval and baseline of a reading, beside the values it already shows. */
export function judgedBy(v: Voice, { interval, baseline, name }: ExplainedReading): ShownValue[] {
  const shown: ShownValue[] = []
  if (baseline !== null && ['renewal', 'gap', 'pipeline'].includes(name))
    shown.push({ label: v.t('explanations:readings.baseline'), value: sayValue(v, baseline) })
  if (interval !== null && name !== 'retention') {
    shown.push({
      label: v.t(`explanations:readings.kind.${interval.kind}`),
      value: v.t('explanations:readings.interval', {
        low: sayValue(v, interval.low),
        high: sayValue(v, interval.high),
      }),
    })
  }
  return shown
}

/** The title of a family or a sub-level by its name. */
export function sayReadingTitle(v: Voice, name: string): string {
  const group = (familyNames as readonly string[]).includes(name) ? 'family' : 'sublevel'
  return (v.t as (key: string) => string)(`readings:${group}.${name}.title`)
}

/** The title of a remedy by its code. */
export function sayRemedyTitle(v: Voice, code: RemedyCode): string {
  return v.t(`explanations:remedies.code.${code}.title`)
}
