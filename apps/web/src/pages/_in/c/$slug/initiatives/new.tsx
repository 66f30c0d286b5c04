import { createFileRoute } from '@tanstack/react-router'
import { StartInitiative } from '../../../../../initiatives/start-initiative.tsx'
import { PartnerPicker } from '../../../../../partners/partner-picker.tsx'
import { useAnnounce } from '../../../../../ui/announcements.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/new')({
  staticData: { permission: 'initiatives:start' },
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
        title={t('initiatives:add.title')}
        parent={
          <UpLink to="/c/$slug/initiatives" params={{ slug }}>
            {t('initiatives:title')}
          </UpLink>
        }
      />
      <StartInitiative
        partnerField={(props) => <PartnerPicker {...props} />}
        onStarted={({ id, title }) => {
          announce(t('initiatives:add.done', { title }))
          void navigate({ to: '/c/$slug/initiatives/$initiativeId', params: { slug, initiativeId: id }, replace: true })
        }}
        cancel={
          <LinkButton to="/c/$slug/initiatives" params={{ slug }} variant="default">
            {t('common:cancel')}
          </LinkButton>
        }
      />
    </>
  )
}
