import type { Say } from '../words/words.tsx'

export function faultOfEmail(t: Say, email: string): string | null {
  return /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? null : t('common:form.field.format')
}
