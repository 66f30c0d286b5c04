import { createFileRoute, useLocation } from '@tanstack/react-router'
import { Forgotten } from '../accounts/forgotten.tsx'
import { tokenOf } from '../accounts/link-token.ts'

export const Route = createFileRoute('/forgotten')({ component: Page })

function Page() {
  return <Forgotten invitation={tokenOf(useLocation({ select: ({ hash }) => hash }))} />
}
