import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { EditInitiative } from '../../../../../../initiatives/edit-initiative.tsx'
import { initiativeQuery } from '../../../../../../initiatives/initiatives.queries.ts'
import { useAnnounce } from '../../../../../../ui/announcements.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/$initiativeId/edit')({
  staticData: { permission: 'initiatives:edit' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, initiativeId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  const here = { to: '/c/$slug/initiatives/$initiativeId', params: { slug, initiativeId } } as const
  const up = (
    <UpLink to="/c/$slug/initiatives" params={{ slug }}>
      {t('initiatives:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(initiativeQuery(community.id, initiativeId))} up={up}>
      {(initiative) => (
        <>
          <PageHeader
            title={t('initiatives:edit.title', { title: initiative.title })}
            parent={<UpLink {...here}>{initiative.title}</UpLink>}
          />
          <EditInitiative
            initiative={initiative}
            onSaved={({ title }) => {
              announce(t('initiatives:edit.done', { title }))
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
