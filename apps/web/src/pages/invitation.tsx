import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import { Invited } from '../accounts/invited.tsx'
import { tokenOf } from '../accounts/link-token.ts'
import { isProblem } from '../http/problem-error.ts'
import { meQuery } from '../session/session.queries.ts'

export const Route = createFileRoute('/invitation')({
  loader: async ({ context: { queries } }) => {
    try {
      return { me: await queries.ensureQueryData(meQuery) }
    } catch (error) {
      if (isProblem(error, 'session-ended')) return { me: null }
      throw error
    }
  },
  component: Page,
})

function Page() {
  const { me } = Route.useLoaderData()
  const navigate = useNavigate()
  const token = tokenOf(useLocation({ select: ({ hash }) => hash }))
  return (
    <Invited
      token={token}
      me={me}
      onDone={(slug) =>
        void (slug
          ? navigate({ to: '/c/$slug', params: { slug }, replace: true })
          : navigate({ to: '/', replace: true }))
      }
    />
  )
}
