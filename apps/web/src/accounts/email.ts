import type { Say } from '../words/words.tsx'
import '../words/of/common.ts'

export function faultOfEmail(t: Say, email: string): string | null {
  return /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? null : t('common:form.field.format')
}
