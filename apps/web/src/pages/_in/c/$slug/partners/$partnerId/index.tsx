import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { History } from '../../../../../../activity/history.tsx'
import { MandatesPanel } from '../../../../../../mandates/mandates-panel.tsx'
import { MembershipBadge } from '../../../../../../partners/membership-badge.tsx'
import { WriteMessage } from '../../../../../../notices/write-message.tsx'
import { PartnerView } from '../../../../../../partners/partner-view.tsx'
import { partnerQuery } from '../../../../../../partners/partners.queries.ts'
import { useMay } from '../../../../../../session/community.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { Section } from '../../../../../../ui/section.tsx'
import { Own } from '../../../../../../ui/shown.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../../words/words.tsx'
import { InviteFor } from './-invite-for.tsx'

export const Route = createFileRoute('/_in/c/$slug/partners/$partnerId/')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, partnerId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const may = useMay()
  const up = (
    <UpLink to="/c/$slug/partners" params={{ slug }}>
      {t('partners:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(partnerQuery(community.id, partnerId))} up={up}>
      {(partner) => (
        <>
          <PageHeader
            title={partner.name}
            heading={<Own>{partner.name}</Own>}
            lead={<MembershipBadge state={partner.state} />}
            parent={up}
            actions={
              <>
                <WriteMessage organisation={partner} objectKind="partner" objectId={partnerId} />
                {may('partners:edit', [partnerId]) && (
                  <LinkButton to="/c/$slug/partners/$partnerId/edit" params={{ slug, partnerId }} variant="default">
                    {t('partners:edit.action')}
                  </LinkButton>
                )}
              </>
            }
          />
          <PartnerView
            key={partner.id}
            partner={partner}
            invite={<InviteFor organisation={partner} />}
            history={
              <>
                {(partner.legalStatus === 'public' || partner.mandates.length > 0) && (
                  <MandatesPanel partnerId={partnerId} mandates={partner.mandates} />
                )}
                <Section title={t('partners:history')}>
                  <History objectId={partnerId} />
                </Section>
              </>
            }
          />
        </>
      )}
    </Faces>
  )
}
