import type { Invitation, InvitationDraft } from '@commonweal/contracts/invitations'
import { speak } from '@commonweal/words/speak'
import { v7 as uuidv7 } from 'uuid'
import { hashOfToken, newLinkToken } from '../access/link-token.ts'
import { hashPassword } from '../access/password.ts'
import { openSession, type OpenSession } from '../access/sessions.actions.ts'
import { findAccountByEmail, readAccount } from '../access/sessions.store.ts'
import { acceptPassword } from '../accounts/accounts.actions.ts'
import { insertAccount } from '../accounts/accounts.store.ts'
import { recordActivity } from '../activity/activity.store.ts'
import { readCommunity } from '../communities/communities.store.ts'
import { inTransaction, type AccountScope, type PublicScope, type Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import type { SendMail } from '../mail/mailer.ts'
import {
  findHeldInvitation,
  insertInvitation,
  isHere,
  readInvitation,
  renewInvitation,
  seatPerson,
  setInvitationState,
  type HeldInvitation,
} from './invitations.store.ts'

const LASTS_DAYS = 14
const { t } = speak('en')

export async function invitePerson(scope: Scope, send: SendMail, draft: InvitationDraft): Promise<Invitation> {
  const id = uuidv7()
  const { token, tokenHash } = newLinkToken()
  const invitation = await inTransaction(scope, async (scope) => {
    if (await isHere(scope, scope.communityId, draft.email))
      throw new ProblemError('already-here', {}, [{ pointer: '/email', code: 'taken', detail: '' }])
    await insertInvitation(scope, id, {
      email: draft.email,
      displayName: draft.displayName.trim(),
      role: draft.role,
      organisationId: draft.organisationId ?? null,
      capacity: draft.organisationId ? (draft.capacity ?? 'partner') : null,
      tokenHash,
      expiresAt: expiryFrom(scope.now),
    })
    await recordActivity(scope, {
      verb: 'invitePerson',
      objectKind: 'invitation',
      objectId: id,
      facts: { role: draft.role },
    })
    return found(await readInvitation(scope, id))
  })
  await sendLink(scope, send, invitation, token)
  return invitation
}

export async function resendInvitation(scope: Scope, send: SendMail, id: string): Promise<Invitation> {
  const { token, tokenHash } = newLinkToken()
  const invitation = await inTransaction(scope, async (scope) => {
    found(await readInvitation(scope, id))
    if (!(await renewInvitation(scope, id, tokenHash, expiryFrom(scope.now)))) throw new ProblemError('link-not-valid')
    await recordActivity(scope, { verb: 'resendInvitation', objectKind: 'invitation', objectId: id })
    return found(await readInvitation(scope, id))
  })
  await sendLink(scope, send, invitation, token)
  return invitation
}

export async function revokeInvitation(scope: Scope, id: string): Promise<Invitation> {
  return inTransaction(scope, async (scope) => {
    found(await readInvitation(scope, id))
    if (!(await setInvitationState(scope, scope.communityId, id, 'revoked'))) throw new ProblemError('link-not-valid')
    await recordActivity(scope, { verb: 'revokeInvitation', objectKind: 'invitation', objectId: id })
    return found(await readInvitation(scope, id))
  })
}

/** What a link stands for. */
export async function heldInvitation(scope: PublicScope, token: string): Promise<HeldInvitation> {
  const invitation = await findHeldInvitation(scope, hashOfToken(token))
  if (!invitation) throw new ProblemError('link-not-valid')
  return invitation
}

export async function acceptInvitation(
  scope: AccountScope,
  token: string,
): Promise<{ communityId: string; slug: string }> {
  const account = found(await readAccount(scope, scope.accountId))
  return inTransaction(scope, async (scope) => {
    const invitation = await heldInvitation(scope, token)
    if (invitation.email.toLowerCase() !== account.email.toLowerCase()) throw new ProblemError('invitation-for-other')
    await takeSeat(scope, account.id, invitation)
    return { communityId: invitation.communityId, slug: invitation.slug }
  })
}

export async function acceptInvitationAsNew(
  scope: PublicScope,
  draft: { token: string; displayName: string; password: string },
  device: string | null,
): Promise<OpenSession> {
  const { email } = await heldInvitation(scope, draft.token)
  const displayName = draft.displayName.trim()
  const passwordHash = await hashPassword(acceptPassword(draft.password, { email, displayName }))
  return inTransaction(scope, async (scope) => {
    const invitation = await heldInvitation(scope, draft.token)
    if (await findAccountByEmail(scope, email)) throw new ProblemError('account-exists')
    const id = uuidv7()
    await insertAccount(scope, { id, email, displayName, passwordHash })
    await takeSeat(scope, id, { ...invitation, displayName })
    return openSession(scope, id, device)
  })
}

async function takeSeat(scope: PublicScope, accountId: string, invitation: HeldInvitation): Promise<void> {
  // Of two that use one link at once, the second waits here and finds it used.
  if (!(await setInvitationState(scope, invitation.communityId, invitation.id, 'accepted')))
    throw new ProblemError('link-not-valid')
  if (await isHere(scope, invitation.communityId, invitation.email)) throw new ProblemError('already-here')
  await seatPerson(scope, accountId, invitation)
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + LASTS_DAYS * 86_400_000)
}

async function sendLink(scope: Scope, send: SendMail, invitation: Invitation, token: string): Promise<void> {
  const { name } = found(await readCommunity(scope))
  const inviter = invitation.invitedBy ?? name
  await send({
    to: invitation.email,
    subject: t('mails:invitationSubject', { inviter, community: name }),
    text: t('mails:invitationText', {
      inviter,
      community: name,
      name: invitation.displayName,
      link: `${scope.config.publicUrl}/invitation#${token}`,
    }),
  })
}
