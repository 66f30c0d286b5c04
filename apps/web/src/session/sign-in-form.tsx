import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import '@mantine/core/styles/PasswordInput.layer.css'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import classes from './sign-in.module.css'
import { useSignIn } from './session.queries.ts'
import '../words/of/common.ts'
import '../words/of/session.ts'

interface Props {
  /** The address to sign in with, where it is known. */
  readonly email?: string | undefined
  readonly onDone: () => void
}

export function SignInForm({ email = '', onDone }: Props) {
  const { t } = useWords()
  const signIn = useSignIn()
  const form = useForm({
    initialValues: { email, password: '' },
    validate: {
      email: (value) => (value.trim().length < 3 ? t('common:form.field.required') : null),
      password: (value) => (value ? null : t('common:form.field.required')),
    },
  })
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(({ email, password }) =>
        signIn.mutate({ email: email.trim(), password }, { onSuccess: onDone }),
      )}
    >
      <FormProblem error={signIn.error} />
      <TextInput
        type="email"
        autoComplete="username"
        required
        label={t('session:email')}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        autoComplete="current-password"
        required
        label={t('session:password')}
        visibilityToggleButtonProps={{ 'aria-label': t('session:showPassword') }}
        {...form.getInputProps('password')}
      />
      <Button type="submit" loading={signIn.isPending}>
        {t('session:submit')}
      </Button>
    </form>
  )
}
