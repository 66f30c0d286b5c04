import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/_in/c/$slug/exchange')({
  component: () => null,
})
