import { membershipRoutes } from '@commonweal/contracts/partners'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { partnerQuery } from '../../../../partners/partners.queries.ts'
import { useCommunity, useMay } from '../../../../session/community.tsx'
import { Empty } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/today.ts'

/** What somebody does first who acts for an organisation that never applied; for everybody else, the children. */
export function ApplyFirst({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const { id, slug, organisations } = useCommunity()
  const may = useMay()
  const own = organisations.find((one) => may(membershipRoutes.apply.access, [one.id]))
  const { data, isLoading } = useQuery({ ...partnerQuery(id, own?.id ?? ''), enabled: own !== undefined })
  if (isLoading) return null
  if (!data || data.state !== null) return children
  return (
    <Empty
      title={t('today:apply.title')}
      body={t('today:apply.body', { organisation: data.name })}
      action={
        <LinkButton to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: data.id }}>
          {t('today:apply.action')}
        </LinkButton>
      }
    />
  )
}
