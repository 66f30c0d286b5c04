import type { Say } from '../words/words.tsx'
import '../words/of/common.ts'

export function faultOfEmail(t: Say, email: string): string | null {
  if (!email.trim()) return t('common:form.field.required')
  return /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? null : t('common:form.field.email')
}
