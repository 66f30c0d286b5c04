import { createFileRoute, useRouter } from '@tanstack/react-router'
import { SignInPage } from '../session/sign-in-page.tsx'

/** Only addresses of this product lead back. */
function backOf(raw: unknown): { back?: string } {
  return typeof raw === 'string' && /^\/(?![/\\])/.test(raw) ? { back: raw } : {}
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>) => backOf(search['back']),
  component: Page,
})

function Page() {
  const { back = '/' } = Route.useSearch()
  const router = useRouter()
  return <SignInPage onDone={() => router.history.push(back)} />
}
