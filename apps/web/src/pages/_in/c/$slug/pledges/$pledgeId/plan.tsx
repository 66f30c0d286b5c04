import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { PlanForm } from '../../../../../../pledges/plan-form.tsx'
import { pledgeQuery } from '../../../../../../pledges/pledges.queries.ts'
import { useAnnounce } from '../../../../../../ui/announcements.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/pledges/$pledgeId/plan')({
  staticData: { permission: 'pledges:edit' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, pledgeId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  const here = { to: '/c/$slug/pledges/$pledgeId', params: { slug, pledgeId } } as const
  const up = (
    <UpLink to="/c/$slug/pledges" params={{ slug }}>
      {t('pledges:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(pledgeQuery(community.id, pledgeId))} up={up}>
      {(pledge) => (
        <>
          <PageHeader
            title={t('pledges:plan.title')}
            parent={<UpLink {...here}>{t('pledges:one', { organisation: pledge.organisation })}</UpLink>}
          />
          <PlanForm
            pledge={pledge}
            onSaved={() => {
              announce(t('pledges:plan.done'))
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
