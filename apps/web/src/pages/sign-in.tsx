import { isOwnPath } from '@commonweal/domain/values/own-path'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import { SignInPage } from '../session/sign-in-page.tsx'

/** Only addresses of this product lead back. What does not is named as nothing: left out, it would stay as it was asked for. */
function backOf(raw: unknown): { back?: string | undefined } {
  return { back: isOwnPath(raw) ? raw : undefined }
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>) => backOf(search['back']),
  component: Page,
})

function Page() {
  const { back } = Route.useSearch()
  const router = useRouter()
  return <SignInPage back={back} onDone={() => router.history.push(back ?? '/')} />
}
