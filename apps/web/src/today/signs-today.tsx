import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { sayMonth } from './say-month.ts'
import type { RaisedLevel } from './today-view.tsx'
import { signsTodayQuery } from './today.queries.ts'
import classes from './today.module.css'
import '../words/of/today.ts'

interface Props {
  /** Shows a level as word, shape and colour; lent by the page. */
  readonly showLevel: (level: RaisedLevel) => ReactNode
}

/** Signs of the other threats that are up or moved. Left out where there is nothing to tell. */
export function SignsToday({ showLevel }: Props) {
  const { t, locale } = useWords()
  const { id, slug } = useCommunity()
  const query = useQuery(signsTodayQuery(id))
  if (query.data?.items.length === 0) return null
  return (
    <Section title={t('today:flags.others')}>
      <Faces query={query} loading={<Loading lines={3} />}>
        {({ items }) => (
          <ul className={classes.flags}>
            {items.map(({ sign, heldLevel, onset, change }) => (
              <li key={sign} className={classes.flag} data-quiet={change === null || undefined}>
                <Link to="/c/$slug/vital-signs" params={{ slug }} hash={`sign-${sign}`}>
                  {t(`today:flags.sign.${sign}`)}
                </Link>
                {showLevel(heldLevel)}
                {onset && <p>{t('today:flags.upSince', { month: sayMonth(onset, locale) })}</p>}
                {change && <p>{t(`today:flags.tiding.${change}`)}</p>}
              </li>
            ))}
          </ul>
        )}
      </Faces>
    </Section>
  )
}
