import type { Today } from '@commonweal/contracts/today'
import { Link } from '@tanstack/react-router'
import { useCommunity } from '../session/community.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './today.module.css'
import '../words/of/partners.ts'
import '../words/of/today.ts'

/** Whom to call: partners nothing was heard of for long. Left out for who does not keep up with partners, and where all are active. */
export function Silent({ silent }: Pick<Today, 'silent'>) {
  const { t } = useWords()
  const { slug } = useCommunity()
  if (!silent || silent.items.length === 0) return null
  return (
    <Section title={t('today:silent.title')}>
      <p className={classes.todo}>{t('today:silent.todo')}</p>
      <Rows
        empty=""
        rows={silent.items.map(({ partnerId, name, engagement, days }) => ({
          key: partnerId,
          title: (
            <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId }}>
              <Own>{name}</Own>
            </Link>
          ),
          detail: days === null ? t('today:silent.never') : t('today:silent.days', { count: days }),
          mark: t(`partners:engagement.${engagement}`),
        }))}
      />
      <p className={classes.more}>
        <Link to="/c/$slug/partners" params={{ slug }} search={{ engagement: 'silent', sort: 'last-act' }}>
          {t('today:silent.all')}
        </Link>
      </p>
    </Section>
  )
}
