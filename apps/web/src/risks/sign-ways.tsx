import type { LeftOut } from '@commonweal/domain/risks/explain-signs/without-fact'
import { parameters } from '@commonweal/domain/risks/parameters'
import { Fragment } from 'react'
import { sayResult } from './explained-words.ts'
import { FactLink, type FactKind } from './fact-link.tsx'
import type { NamedSignExplanation } from './risks.queries.ts'
import { sayAgain, saySignStep } from './sign-driver-words.ts'
import type { Voice } from './voice.ts'
import classes from './ways.module.css'
import '../words/of/explanations.ts'
import '../words/of/signs.ts'

const kindOf = {
  initiative: 'initiative',
  partner: 'organisation',
  person: 'person',
} as const satisfies Record<LeftOut, FactKind>

/** What would lower a sign by the next reading, each way with what has to happen and by when. */
export function SignWays({ explained, voice: v }: { readonly explained: NamedSignExplanation; readonly voice: Voice }) {
  const { t } = v
  const { ways, score, names } = explained
  if (score === 0) return <p>{t('explanations:ways.nothing')}</p>
  if (ways.length === 0) return <p>{t('explanations:ways.none')}</p>
  return (
    <div>
      <p className={classes.hint}>{t('signs:ways.hint', { count: parameters.flags.releaseReadings })}</p>
      <ul className={classes.ways}>
        {ways.map(({ steps, by, score: then }) => (
          <li key={steps.map(({ code }) => code).join(' ')} className={classes.way}>
            <ul className={classes.steps}>
              {steps.map((step) => (
                <li key={step.code}>
                  {saySignStep(v, step)} {sayAgain(v, step)}
                  <span className={classes.things}>
                    {step.things.map(([kind, id], index) => (
                      <Fragment key={id}>
                        {index > 0 && ' · '}
                        <FactLink kind={kindOf[kind]} id={id} name={names[id]} />
                      </Fragment>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
            <p className={classes.result}>
              {t('explanations:ways.by', { day: v.day(by), result: sayResult(v, then, explained) })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
