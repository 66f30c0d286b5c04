import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { useResetPassword } from './accounts.queries.ts'
import { faultOfPassword, NewPasswordField, passwordProblemsAt } from './password-field.tsx'
import '../words/of/accounts.ts'

/** Sets a new password with the link from the mail. */
export function NewPassword({ token, onDone }: { token: string | null; onDone: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const reset = useResetPassword(token ?? '')
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => faultOfPassword(t, value) },
  })
  return (
    <AccountPage
      title={t('accounts:reset.title')}
      lead={t('accounts:reset.lead')}
      foot={<Link to="/forgotten">{t('accounts:reset.again')}</Link>}
    >
      {token ? (
        <form
          noValidate
          onSubmit={form.onSubmit(({ password }) =>
            reset.mutate(password, {
              onSuccess: () => {
                announce(t('accounts:reset.done'))
                onDone()
              },
              onError: (error) => form.setErrors(errorsByField(t, error, passwordProblemsAt('password'))),
            }),
          )}
        >
          <FormProblem error={reset.error} />
          <NewPasswordField label={t('accounts:newPassword')} {...form.getInputProps('password')} />
          <Button type="submit" loading={reset.isPending}>
            {t('accounts:reset.submit')}
          </Button>
        </form>
      ) : (
        <p role="alert">{t('accounts:noToken')}</p>
      )}
    </AccountPage>
  )
}
