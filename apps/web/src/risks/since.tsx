import { Facts } from '../ui/facts.tsx'
import { Section } from '../ui/section.tsx'
import { Day } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { sayReadingTitle } from './explained-words.ts'
import { sayLevel } from './reading-words.ts'
import type { NamedExplanation } from './risks.queries.ts'
import classes from './since.module.css'
import { useVoice } from './voice.ts'
import '../words/of/explanations.ts'

/** Since when a flag is up, how high it was, and every change of its level with the readings that carried it. */
export function Since({ explained }: { readonly explained: NamedExplanation }) {
  const { t } = useWords()
  const v = useVoice()
  const { since, heldLevel, dataCompleteThrough } = explained
  const isUp = heldLevel !== 'none'
  return (
    <Section title={t('explanations:since.title')}>
      {!isUp && <p>{t('explanations:since.none')}</p>}
      <Facts
        items={[
          isUp && since.onset !== null && { label: t('explanations:since.onset'), value: v.month(since.onset) },
          isUp &&
            since.evidenceOnset !== null && {
              label: t('explanations:since.evidence'),
              value: <Day day={since.evidenceOnset} />,
            },
          isUp && { label: t('explanations:since.peak'), value: sayLevel(v, since.peak) },
          isUp &&
            since.reopenedCount > 0 && {
              label: t('explanations:since.reopened'),
              value: t('explanations:since.reopenedTimes', { count: since.reopenedCount }),
            },
          dataCompleteThrough !== null && {
            label: t('explanations:since.complete'),
            value: <Day day={dataCompleteThrough} />,
          },
        ]}
      />
      <h3 className={classes.title}>{t('explanations:since.changes')}</h3>
      {since.changes.length === 0 ? (
        <p>{t('explanations:since.noChange')}</p>
      ) : (
        <ol className={classes.changes}>
          {since.changes.map(({ month, kind, from, to, points }) => {
            const signs = Object.entries(points).filter(([, grade]) => (grade ?? 0) > 0)
            return (
              <li key={month}>
                <b>{v.month(month)}</b>
                <span>
                  {t(`explanations:since.${kind}`, { from: sayLevel(v, from), to: sayLevel(v, to) })}
                  {signs.length > 0 && (
                    <small>
                      {t('explanations:since.signs', { list: v.list(signs.map(([name]) => sayReadingTitle(v, name))) })}
                    </small>
                  )}
                </span>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}
