import type { Remedy } from '@commonweal/domain/risks/explain/playbook'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { sayReadingTitle } from './explained-words.ts'
import { RemedyPlaceLink } from './remedy-place-link.tsx'
import type { NamedExplanation } from './risks.queries.ts'
import classes from './remedies.module.css'
import { useVoice } from './voice.ts'
import '../words/of/explanations.ts'

/** What usually helps against what carries the flag, each with the place where one begins. */
export function Remedies({ explained }: { readonly explained: NamedExplanation }) {
  const { t } = useWords()
  return (
    <Section title={t('explanations:remedies.title')}>
      <p className={classes.hint}>{t('explanations:remedies.hint')}</p>
      <ul className={classes.remedies}>
        {explained.remedies.map((remedy) => (
          <RemedyItem key={remedy.code} remedy={remedy} />
        ))}
      </ul>
    </Section>
  )
}

function RemedyItem({ remedy: { code, place, readings } }: { remedy: Remedy }) {
  const { t } = useWords()
  const v = useVoice()
  return (
    <li className={classes.remedy}>
      <h3>{t(`explanations:remedies.code.${code}.title`)}</h3>
      <p>{t(`explanations:remedies.code.${code}.text`)}</p>
      <p className={classes.foot}>
        <span className={classes.readings}>{v.list(readings.map((name) => sayReadingTitle(v, name)))}</span>
        {place && (
          <span data-no-print>
            <RemedyPlaceLink place={place} />
          </span>
        )}
      </p>
    </li>
  )
}
