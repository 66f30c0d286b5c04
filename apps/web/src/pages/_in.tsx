import { createFileRoute, redirect } from '@tanstack/react-router'
import { isProblem } from '../http/problem-error.ts'
import { meQuery } from '../session/session.queries.ts'

/** Pages behind the sign-in: who I am is known before they are shown. */
export const Route = createFileRoute('/_in')({
  beforeLoad: async ({ context: { queries }, location }) => {
    try {
      return { me: await queries.ensureQueryData(meQuery) }
    } catch (error) {
      if (isProblem(error, 'session-ended')) throw redirect({ to: '/sign-in', search: { back: location.href } })
      throw error
    }
  },
})
