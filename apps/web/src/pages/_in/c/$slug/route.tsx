import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'
import { CommunityProvider } from '../../../../session/community.tsx'
import { ForRole } from '../../../../shell/for-role.tsx'
import { Frame } from '../../../../shell/frame.tsx'
import { NotFound } from '../../../../shell/not-found.tsx'
import { Place } from '../../../../ui/place.tsx'

/** The frame of one community, by its slug. */
export const Route = createFileRoute('/_in/c/$slug')({
  beforeLoad: ({ context: { me }, params: { slug } }) => {
    const community = me.communities.find((one) => one.slug === slug)
    if (!community) throw notFound()
    return { community }
  },
  component: Page,
  notFoundComponent: NotFound,
})

function Page() {
  const { me, community } = Route.useRouteContext()
  return (
    <CommunityProvider key={community.id} community={community}>
      <Place name={community.name}>
        <Frame me={me}>
          <ForRole>
            <Outlet />
          </ForRole>
        </Frame>
      </Place>
    </CommunityProvider>
  )
}
