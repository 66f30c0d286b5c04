import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useAnnounce } from '../ui/announcements.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { useConfirmSignUp } from './accounts.queries.ts'
import '../words/of/accounts.ts'

/** Opens the account with the link from the mail, at once. */
export function Confirm({ token, onDone }: { token: string | null; onDone: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const confirm = useConfirmSignUp()
  const isAsked = useRef(false)
  const ask = useEffectEvent(() => {
    if (!token || isAsked.current) return
    isAsked.current = true
    confirm.mutate(token, {
      onSuccess: () => {
        announce(t('accounts:confirm.done'))
        onDone()
      },
    })
  })
  useEffect(() => ask(), [])
  return (
    <AccountPage
      title={t('accounts:confirm.title')}
      foot={
        <>
          <Link to="/sign-up">{t('accounts:confirm.again')}</Link>
          <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
        </>
      }
    >
      {!token && <p role="alert">{t('accounts:noToken')}</p>}
      {token && !confirm.error && <p role="status">{t('accounts:confirm.working')}</p>}
      <FormProblem error={confirm.error} />
    </AccountPage>
  )
}
