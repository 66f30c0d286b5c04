import type { Step, Way } from '@commonweal/domain/risks/explain/way'
import { parameters } from '@commonweal/domain/risks/parameters'
import { Fragment } from 'react'
import { useCommunity } from '../session/community.tsx'
import { CsvOfRows } from '../ui/csv-button.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { sayResult, sayStep } from './explained-words.ts'
import { FactLink } from './fact-link.tsx'
import type { NamedExplanation } from './risks.queries.ts'
import { useVoice } from './voice.ts'
import { stepThings } from './step-things.ts'
import { wayColumns, wayRows } from './way-columns.ts'
import classes from './ways.module.css'
import '../words/of/explanations.ts'

/** What would lower the flag by the next reading, each way with what has to happen and by when. */
export function Ways({ explained }: { readonly explained: NamedExplanation }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const { ways, score, flag, month } = explained
  const nothing =
    score === null
      ? t('explanations:ways.unread')
      : score === 0
        ? t('explanations:ways.nothing')
        : t('explanations:ways.none')
  return (
    <Section
      title={t('explanations:ways.title')}
      actions={
        ways.length > 0 && (
          <CsvOfRows
            columns={wayColumns(v, explained.mostScore)}
            rows={wayRows(v, explained)}
            fileName={`${slug}-${flag}-${month}-ways`}
            of={t('explanations:ways.title')}
          />
        )
      }
    >
      {ways.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('explanations:ways.hint', { count: parameters.flags.releaseReadings })}</p>
          <ul className={classes.ways}>
            {ways.map((way) => (
              <li key={JSON.stringify(way.steps)} className={classes.way}>
                <ul className={classes.steps}>
                  {way.steps.map((step) => (
                    <li key={step.kind}>
                      {sayStep(v, step)}
                      <Things step={step} explained={explained} />
                    </li>
                  ))}
                </ul>
                <p className={classes.result}>{sayOutcome(v, way, explained)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function sayOutcome(v: ReturnType<typeof useVoice>, way: Way, explained: NamedExplanation): string {
  return v.t('explanations:ways.by', { day: v.day(way.by), result: sayResult(v, way.score, explained) })
}

/** The initiatives, partners or pledges a step names. */
function Things({ step, explained }: { step: Step; explained: NamedExplanation }) {
  const things = stepThings(step)
  if (things.ids.length === 0) return null
  return (
    <span className={classes.things}>
      {things.ids.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ' · '}
          <FactLink kind={things.kind} id={id} name={explained.names[id]} />
        </Fragment>
      ))}
    </span>
  )
}
