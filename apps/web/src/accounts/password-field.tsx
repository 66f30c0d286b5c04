import { SHORTEST_PASSWORD } from '@commonweal/domain/access/password'
import { PasswordInput } from '@mantine/core'
import '@mantine/core/styles/PasswordInput.layer.css'
import type { ComponentProps } from 'react'
import { useWords, type Say } from '../words/words.tsx'
import '../words/of/accounts.ts'
import '../words/of/common.ts'

type Props = Omit<ComponentProps<typeof PasswordInput>, 'description' | 'autoComplete'>

/** A new password: long rather than odd; pasting and showing it are welcome. */
export function NewPasswordField(props: Props) {
  const { t } = useWords()
  return (
    <PasswordInput
      required
      autoComplete="new-password"
      maxLength={256}
      description={t('accounts:passwordHint')}
      visibilityToggleButtonProps={{ 'aria-label': t('accounts:show') }}
      {...props}
    />
  )
}

/** What is said of a password that is too short; counted as people count, by code point. */
export function faultOfPassword(t: Say, password: string): string | null {
  const missing = SHORTEST_PASSWORD - [...password.normalize('NFC')].length
  if (!password) return t('common:form.field.required')
  return missing > 0 ? t('accounts:tooShort', { count: missing }) : null
}

/** Where the problems of a password belong. */
export const passwordProblemsAt = <const Field extends string>(field: Field) => ({
  'password-too-short': field,
  'password-too-common': field,
  'password-names-you': field,
})
