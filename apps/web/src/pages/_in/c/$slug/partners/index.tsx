import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/_in/c/$slug/partners/')({ component: () => null })
