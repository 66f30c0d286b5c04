import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import { behindHash, resetOf } from '../accounts/link-token.ts'
import { NewPassword } from '../accounts/new-password.tsx'

export const Route = createFileRoute('/new-password')({ component: Page })

function Page() {
  const navigate = useNavigate()
  const { token, way } = resetOf(useLocation({ select: behindHash }))
  const { invitation, back } = way
  const next = invitation === undefined ? { to: '/sign-in', search: { back } } : { to: '/invitation', hash: invitation }
  return <NewPassword token={token} way={way} onDone={() => void navigate({ ...next, replace: true })} />
}
