import { createFileRoute } from '@tanstack/react-router'
import { OfferPledge } from '../../../../../pledges/offer-pledge.tsx'
import { useAnnounce } from '../../../../../ui/announcements.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { ForBookers } from '../-for-bookers.tsx'
import { LivingInitiativeField } from '../-initiative-field.tsx'

/** What the address may say: the initiative to pledge to. */
const readSearch = ({ initiativeId }: Record<string, unknown>): { initiativeId?: string } =>
  typeof initiativeId === 'string' && /^[\da-f-]{36}$/i.test(initiativeId) ? { initiativeId } : {}

export const Route = createFileRoute('/_in/c/$slug/pledges/new')({
  staticData: { permission: 'pledges:offer' },
  validateSearch: readSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const { initiativeId = '' } = Route.useSearch()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  return (
    <>
      <PageHeader
        title={t('pledges:offer.title')}
        parent={
          <UpLink to="/c/$slug/pledges" params={{ slug }}>
            {t('pledges:title')}
          </UpLink>
        }
      />
      <ForBookers permission="pledges:offer">
        {({ field, own }) => (
          <OfferPledge
            organisationField={field}
            organisationId={own[0]?.id ?? ''}
            initiativeField={LivingInitiativeField}
            initiativeId={initiativeId}
            onOffered={({ id, organisation }) => {
              announce(t('pledges:offer.done', { organisation }))
              void navigate({ to: '/c/$slug/pledges/$pledgeId', params: { slug, pledgeId: id }, replace: true })
            }}
            cancel={
              <LinkButton to="/c/$slug/pledges" params={{ slug }} variant="default">
                {t('common:cancel')}
              </LinkButton>
            }
          />
        )}
      </ForBookers>
    </>
  )
}
