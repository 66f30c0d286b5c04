import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import { useEffect, useRef } from 'react'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { answerSentences } from './answer-sentences.ts'
import { FlagsAheadView } from './flags-ahead.tsx'
import { InitiativesBelowView, NetworkAfterView, SpacesLostView } from './lost-lists.tsx'
import { MoneyAheadView } from './money-ahead.tsx'
import type { Names } from './names.ts'
import { type ReadSigns, SignsAheadView } from './signs-ahead.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

interface Props {
  readonly answer: StressAnswer
  readonly readSigns: ReadSigns
  readonly names: Names
  readonly title: string
  /** Whether many leave under one name, who then stand below it one by one. */
  readonly isAsOne: boolean
  readonly withheld: readonly string[]
  /** Whether what was pressed to ask has made room for the answer: reading goes on at its beginning. */
  readonly takesFocus: boolean
}

/** The answer: sentences first, then what they rest on. */
export function Answer({ answer, readSigns, names, title, isAsOne, withheld, takesFocus }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const start = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    start.current?.focus({ preventScroll: true })
    start.current?.scrollIntoView()
  }, [takesFocus])
  const sentences = answerSentences(v, answer, withheld.includes('costs') || withheld.includes('reserves'))
  const { organisationIds, alongIds } = answer.gone
  const named = (ids: readonly string[]) => ids.map((id) => names.organisation(id) ?? id)
  const along = named(alongIds)
  const leavers = isAsOne ? named(organisationIds.filter((id) => !alongIds.includes(id))) : []
  return (
    <>
      <div ref={start} tabIndex={-1}>
        <Section title={title}>
          {leavers.length > 0 && <p className={classes.hint}>{t('departures:who.these', { list: v.list(leavers) })}</p>}
          {along.length > 0 && <p className={classes.hint}>{t('departures:who.along', { list: v.list(along) })}</p>}
          <ul className={classes.answer}>
            {sentences.map(({ text, more }, index) => (
              <li key={text} data-first={index === 0 || undefined}>
                {text}
                {more && more.length > 0 && (
                  <ul>
                    {more.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          <p className={classes.hint}>{t(`departures:goesOn.explain.${answer.goesOn}`)}</p>
        </Section>
      </div>
      <FlagsAheadView answer={answer} />
      <SignsAheadView read={readSigns} horizonMonths={answer.horizonMonths} />
      <MoneyAheadView answer={answer} />
      <InitiativesBelowView answer={answer} names={names} />
      <SpacesLostView answer={answer} names={names} />
      <NetworkAfterView answer={answer} names={names} />
    </>
  )
}
