import { createFileRoute } from '@tanstack/react-router'
import { FoundCommunity } from '../../communities/found-community.tsx'
import { BareFrame } from '../../shell/bare-frame.tsx'
import { useAnnounce } from '../../ui/announcements.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { UpLink } from '../../ui/up-link.tsx'
import { useWords } from '../../words/words.tsx'

export const Route = createFileRoute('/_in/found')({ component: Page })

function Page() {
  const { t } = useWords()
  const { me } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  return (
    <BareFrame me={me}>
      <PageHeader
        title={t('communities:found.title')}
        lead={t('communities:found.lead')}
        parent={
          <UpLink to="/" search={{ all: '1' }}>
            {t('communities:mine.title')}
          </UpLink>
        }
      />
      <FoundCommunity
        onFounded={({ slug, name }) => {
          announce(t('communities:found.done', { name }))
          void navigate({ to: '/c/$slug', params: { slug }, replace: true })
        }}
        cancel={
          <LinkButton to="/" search={{ all: '1' }} variant="default">
            {t('common:cancel')}
          </LinkButton>
        }
      />
    </BareFrame>
  )
}
