import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { isProblem } from '../http/problem-error.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { useResetPassword } from './accounts.queries.ts'
import type { Way } from './link-token.ts'
import { faultOfPassword, NewPasswordField, passwordProblemsAt } from './password-field.tsx'
import '../words/of/accounts.ts'
import '../words/of/problems.ts'

const fieldOfProblem = passwordProblemsAt('password')

interface Props {
  readonly token: string | null
  /** What waits meanwhile; a new link must lead back to it too. */
  readonly way: Way
  readonly onDone: () => void
}

/** Sets a new password with the link from the mail. */
export function NewPassword({ token, way, onDone }: Props) {
  const { t } = useWords()
  const announce = useAnnounce()
  const reset = useResetPassword(token ?? '')
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => faultOfPassword(t, value) },
  })
  const isDead = isProblem(reset.error, 'link-not-valid')
  return (
    <AccountPage title={t('accounts:reset.title')} lead={token && !isDead ? t('accounts:reset.lead') : undefined}>
      {token && !isDead ? (
        <form
          noValidate
          onSubmit={form.onSubmit(({ password }) =>
            reset.mutate(password, {
              onSuccess: () => {
                announce(t('accounts:reset.done'))
                onDone()
              },
              onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
            }),
          )}
        >
          <FormProblem error={reset.error} atFields={fieldOfProblem} />
          <NewPasswordField label={t('accounts:newPassword')} {...form.getInputProps('password')} />
          <Button type="submit" loading={reset.isPending}>
            {t('accounts:reset.submit')}
          </Button>
        </form>
      ) : (
        <>
          <p role="alert">{isDead ? t('problems:link-not-valid') : t('accounts:noToken')}</p>
          <LinkButton to="/forgotten" hash={way.invitation ?? way.back ?? ''}>
            {t('accounts:reset.again')}
          </LinkButton>
        </>
      )}
    </AccountPage>
  )
}
