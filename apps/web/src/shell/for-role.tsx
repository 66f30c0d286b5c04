import { type Permission, verdict } from '@commonweal/domain/access/permissions'
import { useMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/words.tsx'
import classes from './plain-page.module.css'
import '../words/of/common.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What a role must be allowed for the page to be of any use. The server judges; the page says so before asking in vain. */
    readonly permission?: Permission
  }
}

/** The page, or the word that it is not for this role; then nothing of it is asked. */
export function ForRole({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { role, slug, name } = useCommunity()
  const permission = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission })
  if (permission === undefined || verdict(role, permission) !== 'denied') return children
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('common:notForRole.title')}
        lead={t('common:notForRole.body', { role: t(`common:role.${role}`), community: name })}
      />
      <LinkButton to="/c/$slug/today" params={{ slug }}>
        {t('common:notForRole.home')}
      </LinkButton>
    </div>
  )
}
