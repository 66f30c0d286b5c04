import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { faultOfEmail } from '../ui/email.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { useAskPasswordReset } from './accounts.queries.ts'
import '../words/of/accounts.ts'

interface Props {
  /** Secret of the invitation somebody comes from, and is led back to. */
  readonly invitation: string | null
}

/** Asks for a link to a new password; known and unknown addresses are answered with the same sentence. */
export function Forgotten({ invitation }: Props) {
  const { t } = useWords()
  const ask = useAskPasswordReset()
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => faultOfEmail(t, value) },
  })
  const foot =
    invitation === null ? (
      <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
    ) : (
      <Link to="/invitation" hash={invitation}>
        {t('accounts:toInvitation')}
      </Link>
    )
  if (ask.isSuccess) {
    return (
      <AccountPage title={t('accounts:signUp.sentTitle')} foot={foot}>
        <p role="status">{t('accounts:forgotten.sentBody', { email: form.values.email.trim() })}</p>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('accounts:forgotten.title')} lead={t('accounts:forgotten.lead')} foot={foot}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ email }) => ask.mutate({ email: email.trim(), ...(invitation && { invitation }) }))}
      >
        <FormProblem error={ask.error} />
        <TextInput
          type="email"
          required
          autoComplete="username"
          maxLength={254}
          label={t('accounts:email')}
          {...form.getInputProps('email')}
        />
        <Button type="submit" loading={ask.isPending}>
          {t('accounts:forgotten.submit')}
        </Button>
      </form>
    </AccountPage>
  )
}
