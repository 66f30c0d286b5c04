import type { PasswordForgotten } from '@commonweal/contracts/accounts'
import { judgePassword } from '@commonweal/domain/access/password'
import { speak } from '@commonweal/words/speak'
import { v7 as uuidv7 } from 'uuid'
import { isCommonPassword } from '../access/common-passwords.ts'
import { hashOfToken, newLinkToken } from '../access/link-token.ts'
import { hashPassword, isPassword } from '../access/password.ts'
import { openSession, type OpenSession } from '../access/sessions.actions.ts'
import { findAccountByEmail } from '../access/sessions.store.ts'
import { inTransaction, type AccountScope, type PublicScope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import type { SendMail } from '../mail/mailer.ts'
import {
  addMailLink,
  endSessionsOf,
  insertAccount,
  readCredentials,
  setPassword,
  useMailLink,
} from './accounts.store.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const { t } = speak('en')

/** Refuses what would be guessed; the same rule at sign-up, change, reset and invitation. */
export function acceptPassword(password: string, person: { email: string; displayName: string }): string {
  return accept(judgePassword(password, person, isCommonPassword))
}

/**
 * Asks for an account. The answer never tells whether the address is known: the mailbox is told. The password is hashed
 * either way, so that both take equally long.
 */
export async function signUp(
  scope: PublicScope,
  send: SendMail,
  draft: { email: string; displayName: string; password: string },
): Promise<void> {
  const displayName = draft.displayName.trim()
  const passwordHash = await hashPassword(acceptPassword(draft.password, { email: draft.email, displayName }))
  const known = await findAccountByEmail(scope, draft.email)
  if (known) {
    await send({
      to: draft.email,
      subject: t('mails:signUpKnownSubject'),
      text: t('mails:signUpKnownText', { name: displayName, link: `${scope.config.publicUrl}/sign-in` }),
    })
    return
  }
  const { token, tokenHash } = newLinkToken()
  const expiresAt = new Date(scope.now.getTime() + DAY)
  await addMailLink(scope, {
    kind: 'sign-up',
    email: draft.email,
    tokenHash,
    wanted: { displayName, passwordHash },
    expiresAt,
  })
  await send({
    to: draft.email,
    subject: t('mails:signUpSubject'),
    text: t('mails:signUpText', { name: displayName, link: `${scope.config.publicUrl}/confirm#${token}` }),
  })
}

export async function confirmSignUp(scope: PublicScope, token: string, device: string | null): Promise<OpenSession> {
  return inTransaction(scope, async (scope) => {
    const link = await useMailLink(scope, 'sign-up', hashOfToken(token))
    // Two sign-ups for one address: the first link opened makes the account.
    if (!link?.wanted || (await findAccountByEmail(scope, link.email))) throw new ProblemError('link-not-valid')
    const id = uuidv7()
    await insertAccount(scope, { id, email: link.email, ...link.wanted })
    return openSession(scope, id, device)
  })
}

/**
 * Sends a link to set a new password to an address that has an account. Who came from an invitation is led back to it, and who was
 * going to a page is led there: the secret of the one, or the path of the other, stands in the link behind the secret of the reset,
 * after `#`, so that no server writes it down, and the mail may be opened elsewhere.
 */
export async function askPasswordReset(
  scope: PublicScope,
  send: SendMail,
  { email, invitation, back = '' }: PasswordForgotten,
): Promise<void> {
  const account = await findAccountByEmail(scope, email)
  if (!account) return
  const { token, tokenHash } = newLinkToken()
  await addMailLink(scope, {
    kind: 'password-reset',
    email,
    tokenHash,
    wanted: null,
    expiresAt: new Date(scope.now.getTime() + HOUR),
  })
  const { displayName } = found(await readCredentials(scope, account.id))
  const secrets = invitation === undefined ? `${token}${back}` : `${token}.${invitation}`
  await send({
    to: email,
    subject: t('mails:resetSubject'),
    text: t('mails:resetText', { name: displayName, link: `${scope.config.publicUrl}/new-password#${secrets}` }),
  })
}

export async function resetPassword(
  scope: PublicScope,
  send: SendMail,
  token: string,
  password: string,
): Promise<void> {
  const account = await inTransaction(scope, async (scope) => {
    const link = await useMailLink(scope, 'password-reset', hashOfToken(token))
    const known = link && (await findAccountByEmail(scope, link.email))
    if (!known) throw new ProblemError('link-not-valid')
    const account = found(await readCredentials(scope, known.id))
    await setPassword(scope, known.id, await hashPassword(acceptPassword(password, account)))
    await endSessionsOf(scope, known.id, null)
    return account
  })
  await tellOfChange(scope, send, account)
}

export async function changePassword(
  scope: AccountScope,
  send: SendMail,
  current: string,
  next: string,
): Promise<void> {
  const account = found(await readCredentials(scope, scope.accountId))
  if (!(await isPassword(account.passwordHash, current))) {
    throw new ProblemError('sign-in-refused', {}, [{ pointer: '/currentPassword', code: 'wrong', detail: '' }])
  }
  const hash = await hashPassword(acceptPassword(next, account))
  await inTransaction(scope, async (scope) => {
    await setPassword(scope, scope.accountId, hash)
    await endSessionsOf(scope, scope.accountId, scope.sessionId)
  })
  await tellOfChange(scope, send, account)
}

async function tellOfChange(
  scope: PublicScope,
  send: SendMail,
  account: { email: string; displayName: string },
): Promise<void> {
  await send({
    to: account.email,
    subject: t('mails:passwordChangedSubject'),
    text: t('mails:passwordChangedText', { name: account.displayName, link: `${scope.config.publicUrl}/forgotten` }),
  })
}
