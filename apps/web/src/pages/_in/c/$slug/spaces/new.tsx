import { createFileRoute } from '@tanstack/react-router'
import { OfferSpace } from '../../../../../spaces/offer-space.tsx'
import { useAnnounce } from '../../../../../ui/announcements.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { ForBookers } from '../-for-bookers.tsx'

export const Route = createFileRoute('/_in/c/$slug/spaces/new')({
  staticData: { permission: 'spaces:offer' },
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
        title={t('spaces:offer.title')}
        parent={
          <UpLink to="/c/$slug/spaces" params={{ slug }}>
            {t('spaces:title')}
          </UpLink>
        }
      />
      <ForBookers permission="spaces:offer">
        {({ field, own }) => (
          <OfferSpace
            hostField={field}
            hostId={own.length === 1 && own[0] ? own[0].id : ''}
            onOffered={({ id, name }) => {
              announce(t('spaces:offer.done', { name }))
              void navigate({ to: '/c/$slug/spaces/$spaceId', params: { slug, spaceId: id }, replace: true })
            }}
            cancel={
              <LinkButton to="/c/$slug/spaces" params={{ slug }} variant="default">
                {t('common:cancel')}
              </LinkButton>
            }
          />
        )}
      </ForBookers>
    </>
  )
}
