import type { FlagReading } from '@commonweal/domain/risks/flag-reading'
import { flagLevels } from '@commonweal/domain/risks/flag-level'
import type { ToldSign } from '@commonweal/domain/risks/secondary/signs-told'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { Band } from './band.tsx'
import { sayReadingTitle, sayRemedyTitle, sayStep } from './explained-words.ts'
import { flagNames, type FlagName } from './flag-words.ts'
import { codeOf } from './flag-link.tsx'
import { sayLevel } from './reading-words.ts'
import type { NamedExplanation } from './risks.queries.ts'
import { TimeAxis } from './time-axis.tsx'
import { useVoice, type Voice } from './voice.ts'
import '../words/of/reports.ts'
import '../words/of/risks.ts'
import '../words/of/signs.ts'

const bandHeight = 30
const REMEDIES = 3

/** One flag over the months up to the reported one. */
export function FlagBand({
  flag,
  months,
  through,
}: {
  flag: FlagName
  months: readonly MonthReading[]
  through: number
}) {
  const v = useVoice()
  const shown = months.slice(0, through + 1)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return null
  return (
    <>
      <Band
        most={3}
        height={bandHeight}
        cells={shown.map((one) => {
          const held = flagLevels.indexOf(one[flag].heldLevel)
          return one[flag].level === 'insufficient-data' ? { grade: null, held } : { grade: held }
        })}
        label={v.t('risks:band.describe', {
          flag: v.t(`risks:flag.${flag}`),
          from: v.month(first.month),
          to: v.month(last.month),
          month: v.month(last.month),
          level: sayLevel(v, last[flag].level),
        })}
      />
      <TimeAxis months={shown.map(({ month }) => month)} />
    </>
  )
}

/** A flag that is up or cannot be read, as a problem that is stated openly; null where it is clear. */
export function sayOpenFlag(v: Voice, flag: FlagName, { level, heldLevel, onset }: FlagReading): string | null {
  const name = v.t(`risks:flag.${flag}`)
  if (level === 'insufficient-data') return v.t('reports:problems.held', { flag: name, level: sayLevel(v, heldLevel) })
  if (heldLevel === 'none') return null
  if (onset === null) return v.t('reports:problems.flag', { flag: name, level: sayLevel(v, heldLevel) })
  return v.t('reports:problems.flagSince', { flag: name, level: sayLevel(v, heldLevel), month: v.month(onset) })
}

type ReportedSign = Pick<ToldSign, 'sign' | 'level' | 'heldLevel'>

/** The other signs that are up, as one problem that is stated openly; null where none is. */
export function sayOpenSigns(v: Voice, signs: readonly ReportedSign[]): string | null {
  const up = signs.filter(({ heldLevel }) => heldLevel !== 'none')
  if (up.length === 0) return null
  const said = up.map(({ sign, heldLevel }) =>
    v.t('reports:problems.signOf', { sign: v.t(`signs:name.${sign}`), level: sayLevel(v, heldLevel) }),
  )
  return v.t('reports:problems.signs', { list: v.list(said) })
}

/** The readings and signs that could not be made, each by its title. */
export function sayUnread(
  v: Voice,
  unread: readonly { readonly reading: string }[],
  signs: readonly ReportedSign[],
): string[] {
  return [
    ...unread.map(({ reading }) => sayReadingTitle(v, reading)),
    ...signs.filter(({ level }) => level === 'insufficient-data').map(({ sign }) => v.t(`signs:name.${sign}`)),
  ]
}

/** For each flag with signs: the smallest way that would lower it, and what usually helps. */
export function sayActions(v: Voice, explanations: readonly NamedExplanation[]): string[] {
  return explanations.flatMap((explained) => {
    if (explained.heldLevel === 'none' && (explained.score ?? 0) === 0) return []
    const flag = v.t(`risks:flag.${flagNames.find((name) => codeOf[name] === explained.flag) ?? 'stagnation'}`)
    const [way] = explained.ways
    const helps = v.list(
      explained.remedies
        .slice(0, REMEDIES)
        .map((one) => v.t('reports:actions.help', { title: sayRemedyTitle(v, one.code) })),
    )
    return [
      ...(way
        ? [
            v.t('reports:actions.lowersBy', {
              flag,
              day: v.day(way.by),
              steps: v.list(way.steps.map((step) => sayStep(v, step))),
            }),
          ]
        : []),
      `${flag}. ${v.t('reports:actions.helps', { list: helps })}`,
    ]
  })
}
