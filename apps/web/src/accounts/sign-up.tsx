import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { faultOfEmail } from '../ui/email.ts'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { useSignUp } from './accounts.queries.ts'
import { faultOfPassword, NewPasswordField, passwordProblemsAt } from './password-field.tsx'
import '../words/of/accounts.ts'
import '../words/of/common.ts'

const fieldOfProblem = passwordProblemsAt('password')

/** Opens an account; known and unknown addresses are answered with the same sentence. */
export function SignUp() {
  const { t } = useWords()
  const signUp = useSignUp()
  const form = useForm({
    initialValues: { email: '', displayName: '', password: '' },
    validate: {
      displayName: (value) => (value.trim() ? null : t('common:form.field.required')),
      email: (value) => faultOfEmail(t, value),
      password: (value) => faultOfPassword(t, value),
    },
  })
  const foot = <Link to="/sign-in">{t('accounts:signUp.have')}</Link>
  if (signUp.isSuccess) {
    return (
      <AccountPage title={t('accounts:signUp.sentTitle')} foot={foot}>
        <p role="status">{t('accounts:signUp.sentBody', { email: form.values.email.trim() })}</p>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('accounts:signUp.title')} lead={t('accounts:signUp.lead')} foot={foot}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ email, displayName, password }) =>
          signUp.mutate(
            { email: email.trim(), displayName: displayName.trim(), password },
            { onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)) },
          ),
        )}
      >
        <FormProblem error={signUp.error} atFields={fieldOfProblem} />
        <TextInput
          required
          autoComplete="name"
          maxLength={200}
          label={t('accounts:name')}
          description={t('accounts:nameHint')}
          {...form.getInputProps('displayName')}
        />
        <TextInput
          type="email"
          required
          autoComplete="username"
          maxLength={254}
          label={t('accounts:email')}
          {...form.getInputProps('email')}
        />
        <NewPasswordField label={t('accounts:password')} {...form.getInputProps('password')} />
        <Button type="submit" loading={signUp.isPending}>
          {t('accounts:signUp.submit')}
        </Button>
      </form>
    </AccountPage>
  )
}
