import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import { tokenOf } from '../accounts/link-token.ts'
import { NewPassword } from '../accounts/new-password.tsx'

export const Route = createFileRoute('/new-password')({ component: Page })

function Page() {
  const navigate = useNavigate()
  const token = tokenOf(useLocation({ select: ({ hash }) => hash }))
  return <NewPassword token={token} onDone={() => void navigate({ to: '/sign-in', replace: true })} />
}
