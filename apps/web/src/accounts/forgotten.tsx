import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { faultOfEmail } from '../ui/email.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { useAskPasswordReset } from './accounts.queries.ts'
import type { Way } from './link-token.ts'
import '../words/of/accounts.ts'

interface Props {
  /** Where somebody was going, and is led by the link. */
  readonly way: Way
}

/** Asks for a link to a new password; known and unknown addresses are answered with the same sentence. */
export function Forgotten({ way }: Props) {
  const { t } = useWords()
  const ask = useAskPasswordReset()
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => faultOfEmail(t, value) },
  })
  const foot =
    way.invitation === undefined ? (
      <Link to="/sign-in" search={{ back: way.back }}>
        {t('accounts:toSignIn')}
      </Link>
    ) : (
      <Link to="/invitation" hash={way.invitation}>
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
      <form noValidate onSubmit={form.onSubmit(({ email }) => ask.mutate({ email: email.trim(), ...way }))}>
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
