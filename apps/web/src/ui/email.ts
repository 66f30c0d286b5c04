import type { Say } from '../words/words.tsx'
import '../words/of/common.ts'

/** What is wrong with an e-mail address as it was typed; null where it can be one. */
export function faultOfEmail(t: Say, email: string): string | null {
  if (!email.trim()) return t('common:form.field.required')
  return /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? null : t('common:form.field.email')
}
