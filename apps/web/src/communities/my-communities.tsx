import type { MyCommunity } from '@commonweal/contracts/access'
import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/faces.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Day, Own } from '../ui/shown.tsx'
import { sayCountry } from '../words/countries.ts'
import { useWords } from '../words/words.tsx'
import classes from './my-communities.module.css'
import '../words/of/communities.ts'
import '../words/of/common.ts'

export function MyCommunities({ communities }: { communities: readonly MyCommunity[] }) {
  const { t, locale } = useWords()
  if (communities.length === 0) {
    return (
      <>
        <PageHeader title={t('communities:mine.title')} />
        <Empty
          title={t('communities:mine.empty')}
          body={t('communities:mine.emptyBody')}
          action={<LinkButton to="/found">{t('communities:found.action')}</LinkButton>}
        />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('communities:mine.title')}
        lead={t('communities:mine.lead')}
        actions={
          <LinkButton to="/found" variant="default">
            {t('communities:found.action')}
          </LinkButton>
        }
      />
      <ul className={classes.list}>
        {communities.map(({ id, slug, name, country, role, dataCompleteThrough }) => (
          <li key={id} className={classes.community}>
            <h2>
              <Link to="/c/$slug" params={{ slug }} className={classes.link}>
                <Own>{name}</Own>
              </Link>
            </h2>
            <p>
              {t(`common:role.${role}`)} · <Own>{sayCountry(country, locale)}</Own>
            </p>
            {dataCompleteThrough && (
              <p>
                {t('communities:dataThrough')} <Day day={dataCompleteThrough} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
