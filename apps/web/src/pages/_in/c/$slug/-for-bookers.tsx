import { verdict, type Permission } from '@commonweal/domain/access/permissions'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../../../../session/community.tsx'
import { Empty, Faces } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { useWords } from '../../../../words/words.tsx'
import { activePartners, useBookers } from './-bookers.ts'
import '../../../../words/of/bookings.ts'
import '../../../../words/of/partners.ts'

interface Props {
  readonly permission: Permission
  readonly children: (organisations: { value: string; label: string }[]) => ReactNode
}

/** What is done in the name of an organisation, for whoever can act for one; to others why they cannot, and where to go. */
export function ForBookers({ permission, children }: Props) {
  const { t } = useWords()
  const { id, slug, role } = useCommunity()
  const organisations = useBookers(permission)
  const isForAll = verdict(role, permission) === 'always'
  const partners = useQuery({ ...activePartners(id), enabled: isForAll })
  if (organisations.length > 0) return children(organisations)
  if (!isForAll) return <Empty title={t('bookings:inNameOf.nobody')} body={t('bookings:inNameOf.nobodyBody')} />
  return (
    <Faces query={partners}>
      {() => (
        <Empty
          title={t('bookings:inNameOf.noPartner')}
          body={t('bookings:inNameOf.noPartnerBody')}
          action={
            <LinkButton to="/c/$slug/partners" params={{ slug }}>
              {t('partners:title')}
            </LinkButton>
          }
        />
      )}
    </Faces>
  )
}
