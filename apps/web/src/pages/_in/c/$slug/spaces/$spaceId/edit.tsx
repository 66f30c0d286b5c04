import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { EditSpace } from '../../../../../../spaces/edit-space.tsx'
import { spaceQuery } from '../../../../../../spaces/spaces.queries.ts'
import { useAnnounce } from '../../../../../../ui/announcements.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/spaces/$spaceId/edit')({
  staticData: { permission: 'spaces:edit' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, spaceId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const announce = useAnnounce()
  const here = { to: '/c/$slug/spaces/$spaceId', params: { slug, spaceId } } as const
  const up = (
    <UpLink to="/c/$slug/spaces" params={{ slug }}>
      {t('spaces:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(spaceQuery(community.id, spaceId))} up={up}>
      {(space) => (
        <>
          <PageHeader
            title={t('spaces:edit.title', { name: space.name })}
            parent={<UpLink {...here}>{space.name}</UpLink>}
          />
          <EditSpace
            space={space}
            onSaved={({ name }) => {
              announce(t('spaces:edit.done', { name }))
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
