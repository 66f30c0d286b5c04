import { createFileRoute, useLocation } from '@tanstack/react-router'
import { Forgotten } from '../accounts/forgotten.tsx'
import { behindHash, wayOf } from '../accounts/link-token.ts'

export const Route = createFileRoute('/forgotten')({ component: Page })

function Page() {
  return <Forgotten way={wayOf(useLocation({ select: behindHash }))} />
}
