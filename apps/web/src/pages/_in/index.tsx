import { createFileRoute, redirect } from '@tanstack/react-router'
import { MyCommunities } from '../../communities/my-communities.tsx'
import { BareFrame } from '../../shell/bare-frame.tsx'

export const Route = createFileRoute('/_in/')({
  validateSearch: (search: Record<string, unknown>): { all?: '1' } => (search['all'] ? { all: '1' } : {}),
  beforeLoad: ({ context: { me }, search }) => {
    const [only, ...others] = me.communities
    if (only && others.length === 0 && !search.all)
      throw redirect({ to: '/c/$slug', params: { slug: only.slug }, replace: true })
  },
  component: Page,
})

function Page() {
  const { me } = Route.useRouteContext()
  return (
    <BareFrame me={me}>
      <MyCommunities communities={me.communities} />
    </BareFrame>
  )
}
