import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keepToken, onSessionEnd } from '../http/token.ts'
import { onOtherTab } from '../session/other-tabs.ts'
import { meQuery } from '../session/session.queries.ts'
import { Late } from '../ui/late.tsx'
import type { AppRouter } from './router.tsx'

const loadDialog = async () => (await import('../session/sign-in-again.tsx')).SignInAgain

/**
 * Follows the session. When it ends while somebody works, a dialog asks to sign in again over the open page, so that
 * nothing typed is lost. When another tab signs out, this one does too; when it signs in, this one asks who is there now.
 */
export function SessionWatch({ router }: { router: AppRouter }) {
  const queries = useQueryClient()
  const [isOver, setOver] = useState(false)

  useEffect(
    () =>
      onSessionEnd(() => {
        if (queries.getQueryData(meQuery.queryKey)) setOver(true)
      }),
    [queries],
  )

  useEffect(
    () =>
      onOtherTab((news) => {
        keepToken(null)
        if (news === 'signed-in') {
          setOver(false)
          void queries.resetQueries({ queryKey: meQuery.queryKey }).then(() => router.invalidate())
          return
        }
        queries.clear()
        void router.navigate({ to: '/sign-in' })
      }),
    [queries, router],
  )

  if (!isOver) return null
  const goOn = () => {
    setOver(false)
    void queries.invalidateQueries().then(() => router.invalidate())
  }
  // Closed before it came, it is asked for again by the next request that is refused.
  return (
    <Late load={loadDialog} onClose={() => setOver(false)}>
      {(SignInAgain) => <SignInAgain onDone={goOn} />}
    </Late>
  )
}
