import * as access from '@commonweal/contracts/access'
import { listActivity } from '@commonweal/contracts/activity'
import { listNotices } from '@commonweal/contracts/notices'
import { listPartnerActs } from '@commonweal/contracts/partner-acts'
import type { Partner, PartnerRow } from '@commonweal/contracts/partners'
import type { Role } from '@commonweal/domain/access/permissions'
import { answer, type Answer } from './server.ts'

export const communityId = '01900000-0000-7000-8000-000000000001'
export const libraryId = '01900000-0000-7000-8000-00000000000a'
export const schoolId = '01900000-0000-7000-8000-00000000000b'

export function meAs(role: Role, organisations: access.MyCommunity['organisations'] = []): access.Me {
  return {
    account: {
      id: '01900000-0000-7000-8000-0000000000f1',
      email: 'miriam@lindenmark.example',
      displayName: 'Miriam Vogel',
    },
    communities: [
      {
        id: communityId,
        slug: 'lindenmark',
        name: 'Lindenmark',
        country: 'AT',
        timezone: 'Europe/Vienna',
        currency: 'EUR',
        dataCompleteThrough: '2026-10-31',
        role,
        personId: '01900000-0000-7000-8000-0000000000f2',
        organisations,
      },
    ],
  }
}

/** Somebody with a session, nothing in the traces, no notices. */
export function signedIn(role: Role, organisations: access.MyCommunity['organisations'] = []): Answer[] {
  return [
    answer(access.refreshSession, () => ({ accessToken: 'token', expiresInSeconds: 600 })),
    answer(access.readMe, () => meAs(role, organisations)),
    answer(listActivity, () => ({ items: [], nextCursor: null })),
    answer(listPartnerActs, () => ({ items: [], nextCursor: null })),
    answer(listNotices, () => ({ items: [], nextCursor: null })),
  ]
}

export function partnerRow(row: Partial<PartnerRow> = {}): PartnerRow {
  return {
    id: libraryId,
    name: 'Town Library',
    sector: 'culture',
    legalStatus: 'public',
    state: 'active',
    stateSince: '2019-05-01',
    joinedOn: '2019-05-01',
    engagement: 'active',
    lastActOn: '2026-10-03',
    initiatives: 4,
    runningInitiatives: 2,
    ...row,
  }
}

export function partner(fields: Partial<Partner> = {}): Partner {
  return {
    id: libraryId,
    name: 'Town Library',
    sector: 'culture',
    legalStatus: 'public',
    country: 'AT',
    scheme: null,
    identifier: null,
    parent: null,
    brings: 'A reading room',
    seeks: null,
    website: null,
    state: 'active',
    stateSince: '2019-05-01',
    engagement: 'active',
    lastActOn: '2026-10-03',
    isInRunning: true,
    isPassThrough: false,
    mandates: [],
    memberships: [{ state: 'active', from: '2019-05-01', to: null, reason: null }],
    people: [],
    participations: [],
    revision: 3,
    ...fields,
  }
}
