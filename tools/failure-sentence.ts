import { inspect } from 'node:util'
import { Refusal } from './refusal.ts'

interface Fault {
  code?: string
  path?: string
  message?: string
  errors?: unknown[]
}

/** What to print about an error: a sentence that says what to do where we know one, else everything we have. */
export function failureSentence(error: unknown): string {
  if (error instanceof Refusal) return error.message
  const { code, path, message, errors } = (error ?? {}) as Fault
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      if (path === undefined) break
      return `This account may not use ${path}. Start as the account that owns it, or choose another folder with COMMONWEAL_DATA_DIR.`
    case 'ENOSPC':
      return 'The disk is full. Make room and start again; what was saved before is safe.'
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `The database server does not answer (${message || inspect(errors?.[0])}). Is it running, and is DATABASE_URL right?`
    case '28P01':
    case '28000':
      return `The database server refuses the sign-in (${message}). Check user and password in DATABASE_URL.`
    case '3D000':
      return `The database server has no such database (${message}). Make it, or correct DATABASE_URL.`
    case undefined:
    default:
  }
  return inspect(error)
}
