import { Button, PasswordInput } from '@mantine/core'
import '@mantine/core/styles/PasswordInput.layer.css'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAnnounce } from '../ui/announcements.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { deviceNameOf } from './device-name.ts'
import { mySessionsQuery, useChangePassword, useEndMySession } from './accounts.queries.ts'
import classes from './my-account.module.css'
import { faultOfPassword, NewPasswordField, passwordProblemsAt } from './password-field.tsx'
import '../words/of/accounts.ts'
import '../words/of/common.ts'

/** My password, where I am signed in, and which notices come by mail (lent by the page). */
export function MyAccount({ email, mails }: { email: string; mails: ReactNode }) {
  const { t } = useWords()
  return (
    <div className={classes.parts}>
      <Section title={t('accounts:mine.password')}>
        <PasswordForm email={email} />
      </Section>
      <Section title={t('accounts:mine.sessions')}>
        <Sessions />
      </Section>
      <Section title={t('accounts:mine.mails')}>
        <p className={classes.lead}>{t('accounts:mine.mailsBody')}</p>
        <div className={classes.form}>{mails}</div>
      </Section>
    </div>
  )
}

function PasswordForm({ email }: { email: string }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const change = useChangePassword()
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value ? null : t('common:form.field.required')),
      newPassword: (value) => faultOfPassword(t, value),
    },
  })
  const fieldOfProblem = { ...passwordProblemsAt('newPassword'), 'sign-in-refused': 'currentPassword' }
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit((values) =>
        change.mutate(values, {
          onSuccess: () => {
            form.reset()
            announce(t('accounts:mine.changed'))
          },
          onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
        }),
      )}
    >
      <FormProblem error={change.error} atFields={fieldOfProblem} />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        required
        autoComplete="current-password"
        label={t('accounts:currentPassword')}
        visibilityToggleButtonProps={{ 'aria-label': t('accounts:show') }}
        {...form.getInputProps('currentPassword')}
      />
      <NewPasswordField label={t('accounts:newPassword')} {...form.getInputProps('newPassword')} />
      <div>
        <Button type="submit" loading={change.isPending}>
          {t('accounts:mine.change')}
        </Button>
      </div>
    </form>
  )
}

function Sessions() {
  const { t } = useWords()
  const announce = useAnnounce()
  const query = useQuery(mySessionsQuery)
  const end = useEndMySession()
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <>
      <FormProblem error={end.error} />
      <Faces query={query} loading={<Loading lines={3} />}>
        {({ items }) => (
          <Rows
            empty=""
            rows={items.map(({ id, device, lastUsedAt, isThisOne }) => {
              const known = device === null ? null : deviceNameOf(device)
              const name = known
                ? t('accounts:mine.device', { ...known })
                : (device ?? t('accounts:mine.unknownDevice'))
              return {
                key: id,
                title: <Own>{name}</Own>,
                detail: (
                  <>
                    {t('accounts:mine.lastUsed')} <Instant at={lastUsedAt} timeZone={zone} />
                  </>
                ),
                mark: isThisOne ? t('accounts:mine.thisOne') : undefined,
                action: !isThisOne && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    disabled={end.isPending}
                    aria-label={t('accounts:mine.endLabel', { device: name })}
                    onClick={() => end.mutate(id, { onSuccess: () => announce(t('accounts:mine.ended')) })}
                  >
                    {t('accounts:mine.end')}
                  </Button>
                ),
              }
            })}
          />
        )}
      </Faces>
    </>
  )
}
