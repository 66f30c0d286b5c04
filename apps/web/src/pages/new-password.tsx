import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import { resetTokensOf } from '../accounts/link-token.ts'
import { NewPassword } from '../accounts/new-password.tsx'

export const Route = createFileRoute('/new-password')({ component: Page })

function Page() {
  const navigate = useNavigate()
  const { token, invitation } = resetTokensOf(useLocation({ select: ({ hash }) => hash })) ?? {
    token: null,
    invitation: null,
  }
  return (
    <NewPassword
      token={token}
      invitation={invitation}
      onDone={() =>
        void navigate({
          ...(invitation === null ? { to: '/sign-in' } : { to: '/invitation', hash: invitation }),
          replace: true,
        })
      }
    />
  )
}
