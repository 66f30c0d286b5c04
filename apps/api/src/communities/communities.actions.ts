import type { CommunityDraft, CommunitySettings, SettingsEdit } from '@commonweal/contracts/communities'
import { sectors } from '@commonweal/domain/partners/sectors'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { roles } from '../access/access.table.ts'
import { readAccount } from '../access/sessions.store.ts'
import { recordActivity } from '../activity/activity.store.ts'
import { activity } from '../activity/activity.table.ts'
import { inTransaction, type AccountScope, type Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { people } from '../people/people.table.ts'
import { readSettings, updateSettings } from './communities.store.ts'
import { communities } from './communities.table.ts'

/** A new community with its founder as first steward. */
export async function foundCommunity(
  scope: AccountScope,
  draft: CommunityDraft,
): Promise<{ id: string; slug: string }> {
  if (!isTimezone(draft.timezone))
    throw new ProblemError('timezone-unknown', {}, [{ pointer: '/timezone', code: 'unknown', detail: draft.timezone }])
  const id = uuidv7()
  const personId = uuidv7()
  return inTransaction(scope, async ({ db, now, accountId, ...rest }) => {
    const account = found(await readAccount({ db, now, ...rest }, accountId))
    await db
      .insert(communities)
      .values({ ...draft, name: draft.name.trim(), id, source: id, languages: ['en'], createdAt: now, recordedAt: now })
    await db.insert(people).values({
      communityId: id,
      id: personId,
      displayName: account.displayName,
      email: account.email,
      accountId,
      recordedAt: now,
    })
    const fromOn = new Intl.DateTimeFormat('en-CA', { timeZone: draft.timezone }).format(now)
    await db.insert(roles).values({ communityId: id, id: uuidv7(), personId, role: 'steward', fromOn, recordedAt: now })
    await db.insert(activity).values({
      communityId: id,
      id: uuidv7(),
      at: now,
      personId,
      verb: 'foundCommunity',
      objectKind: 'community',
      objectId: id,
      facts: { name: draft.name },
    })
    const [made] = await db
      .select({ id: communities.id, slug: communities.slug })
      .from(communities)
      .where(eq(communities.id, id))
    return found(made)
  })
}

/**
 * What the community wants, how far its records go and whether it closes; sectors are kept in the order of the closed list, a reason only
 * with a day. Of days to come nothing can be recorded in full yet.
 */
export async function editSettings(scope: Scope, revision: number, edit: SettingsEdit): Promise<CommunitySettings> {
  const { dataCompleteThrough: through } = edit
  if (through !== undefined && through !== null && through > scope.today)
    throw new ProblemError('step-in-future', { on: through, today: scope.today })
  return inTransaction(scope, async (scope) => {
    const chosen = edit.coreSectors
    const coreSectors = chosen && sectors.filter((sector) => chosen.includes(sector))
    const { closingSince } = edit
    const closingReason = closingSince === null ? null : edit.closingReason?.trim() || null
    const closing = closingSince === undefined ? {} : { closingSince, closingReason }
    const { closingReason: _, ...wants } = edit
    if (!(await updateSettings(scope, revision, { ...wants, coreSectors, ...closing })))
      throw new ProblemError('changed-meanwhile')
    await recordActivity(scope, {
      verb: 'editSettings',
      objectKind: 'community',
      objectId: scope.communityId,
      facts: {
        coreSectors,
        wantsIndependence: edit.wantsIndependence,
        ...(through === undefined ? {} : { dataCompleteThrough: through }),
        ...closing,
      },
    })
    return found(await readSettings(scope))
  })
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
