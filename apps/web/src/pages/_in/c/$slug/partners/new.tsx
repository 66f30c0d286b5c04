import { createFileRoute } from '@tanstack/react-router'
import { AddPartner } from '../../../../../partners/add-partner.tsx'
import { useAnnounce } from '../../../../../ui/announcements.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/partners/new')({
  staticData: { permission: 'partners:add' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  return (
    <>
      <PageHeader
        title={t('partners:add.title')}
        parent={
          <UpLink to="/c/$slug/partners" params={{ slug }}>
            {t('partners:title')}
          </UpLink>
        }
      />
      <AddPartner
        onAdded={({ id, name }) => {
          announce(t('partners:add.done', { name }))
          void navigate({ to: '/c/$slug/partners/$partnerId', params: { slug, partnerId: id }, replace: true })
        }}
        cancel={
          <LinkButton to="/c/$slug/partners" params={{ slug }} variant="default">
            {t('common:cancel')}
          </LinkButton>
        }
      />
    </>
  )
}
