import { isEditable } from '@commonweal/domain/pledges/pledge'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { History } from '../../../../../../activity/history.tsx'
import { PledgeView } from '../../../../../../pledges/pledge-view.tsx'
import { pledgeQuery, receiversQuery } from '../../../../../../pledges/pledges.queries.ts'
import { useMay } from '../../../../../../session/community.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { Section } from '../../../../../../ui/section.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/pledges/$pledgeId/')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, pledgeId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const may = useMay()
  const query = useQuery(pledgeQuery(community.id, pledgeId))
  const initiativeId = query.data?.initiativeId ?? null
  const { data: receivers = [] } = useQuery({
    ...receiversQuery(community.id, initiativeId),
    enabled: initiativeId !== null,
  })
  const up = (
    <UpLink to="/c/$slug/pledges" params={{ slug }}>
      {t('pledges:title')}
    </UpLink>
  )
  return (
    <Faces query={query} up={up}>
      {(pledge) => {
        const mayEdit = isEditable(pledge.status) && may('pledges:edit', [pledge.organisationId])
        const title = t('pledges:one', { organisation: pledge.organisation })
        return (
          <>
            <PageHeader
              title={title}
              lead={`${t(`pledges:kind.${pledge.kind}`)} · ${t(`pledges:status.${pledge.status}`)}`}
              parent={up}
              actions={
                mayEdit && (
                  <LinkButton to="/c/$slug/pledges/$pledgeId/edit" params={{ slug, pledgeId }} variant="default">
                    {t('pledges:edit.action')}
                  </LinkButton>
                )
              }
            />
            <PledgeView
              pledge={pledge}
              receivers={receivers}
              planAction={
                mayEdit && (
                  <LinkButton
                    to="/c/$slug/pledges/$pledgeId/plan"
                    params={{ slug, pledgeId }}
                    variant="light"
                    size="sm"
                  >
                    {t(pledge.instalments.length > 0 ? 'pledges:plan.change' : 'pledges:plan.action')}
                  </LinkButton>
                )
              }
              history={
                <Section title={t('pledges:history')}>
                  <History objectId={pledgeId} />
                </Section>
              }
            />
          </>
        )
      }}
    </Faces>
  )
}
