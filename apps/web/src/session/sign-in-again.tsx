import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../words/words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DemoSignIns } from './demo-sign-ins.tsx'
import { meQuery } from './session.queries.ts'
import { SignInForm } from './sign-in-form.tsx'
import '../words/of/session.ts'

/** Over the open page: what was typed there stays. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const me = useQueryClient().getQueryData(meQuery.queryKey)
  return (
    <Dialog title={t('session:title')} lead={t('session:ended')}>
      <SignInForm email={me?.account.email} onDone={onDone} />
      <DemoSignIns onDone={onDone} />
    </Dialog>
  )
}
