import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import { Confirm } from '../accounts/confirm.tsx'
import { tokenOf } from '../accounts/link-token.ts'

export const Route = createFileRoute('/confirm')({ component: Page })

function Page() {
  const navigate = useNavigate()
  const token = tokenOf(useLocation({ select: ({ hash }) => hash }))
  return <Confirm token={token} onDone={() => void navigate({ to: '/', replace: true })} />
}
