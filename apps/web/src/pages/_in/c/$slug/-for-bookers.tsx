import type { Permission } from '@commonweal/domain/access/permissions'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { partnerChoices } from '../../../../partners/partners.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import { Empty, Faces } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { useWords } from '../../../../words/words.tsx'
import { useInNameOf, type InNameOf } from './-organisation-field.tsx'
import '../../../../words/of/bookings.ts'
import '../../../../words/of/partners.ts'

interface Props {
  readonly permission: Permission
  readonly children: (inNameOf: InNameOf) => ReactNode
}

/** What is done in the name of an organisation, for whoever can act for one; to others why they cannot, and where to go. */
export function ForBookers({ permission, children }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const inNameOf = useInNameOf(permission)
  const actsForNobody = inNameOf.own.length === 0
  // What the field offers first tells whether there is anybody.
  const partners = useQuery({ ...partnerChoices(id, '', true), enabled: inNameOf.isForAll && actsForNobody })
  if (!actsForNobody) return children(inNameOf)
  if (!inNameOf.isForAll)
    return <Empty title={t('bookings:inNameOf.nobody')} body={t('bookings:inNameOf.nobodyBody')} />
  return (
    <Faces query={partners}>
      {(some) =>
        some.length > 0 ? (
          children(inNameOf)
        ) : (
          <Empty
            title={t('bookings:inNameOf.noPartner')}
            body={t('bookings:inNameOf.noPartnerBody')}
            action={
              <LinkButton to="/c/$slug/partners" params={{ slug }}>
                {t('partners:title')}
              </LinkButton>
            }
          />
        )
      }
    </Faces>
  )
}
