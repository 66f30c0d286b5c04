import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { EditPartner } from '../../../../../../partners/edit-partner.tsx'
import { partnerQuery } from '../../../../../../partners/partners.queries.ts'
import { useAnnounce } from '../../../../../../ui/announcements.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/partners/$partnerId/edit')({
  staticData: { permission: 'partners:edit' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, partnerId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  const here = { to: '/c/$slug/partners/$partnerId', params: { slug, partnerId } } as const
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
            title={t('partners:edit.title', { name: partner.name })}
            parent={<UpLink {...here}>{partner.name}</UpLink>}
          />
          <EditPartner
            partner={partner}
            onSaved={({ name }) => {
              announce(t('partners:edit.done', { name }))
              void navigate({ ...here, replace: true })
            }}
            cancel={
              <LinkButton {...here} variant="default">
                {t('common:cancel')}
              </LinkButton>
            }
          />
        </>
      )}
    </Faces>
  )
}
