import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_in/c/$slug/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$slug/today', params, replace: true })
  },
})
