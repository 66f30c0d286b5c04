import * as contract from '@commonweal/contracts/notices'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { limiter } from '../http/rate-limit.ts'
import { serve, type House } from '../http/serve.ts'
import { lockOrganisation } from '../partners/partners.store.ts'
import {
  isThingHere,
  listNotices,
  markNoticeRead,
  readNoticeSettings,
  setNoticeSettings,
  tell,
} from './notices.store.ts'

export function noticeRoutes(house: House): void {
  const messageLimit = limiter({ perAddress: 200, perSubject: 40, minutes: 60 })

  serve(house, contract.listNotices, ({ scope, query }) => listNotices(scope, query))
  serve(house, contract.markNoticeRead, async ({ scope, params }) => {
    found((await markNoticeRead(scope, params.noticeId)) || null)
  })
  serve(house, contract.readNoticeSettings, async ({ scope }) => found(await readNoticeSettings(scope)))
  serve(house, contract.setNoticeSettings, async ({ scope, body }) => {
    await setNoticeSettings(scope, body)
    return found(await readNoticeSettings(scope))
  })
  serve(house, contract.writeMessage, async ({ scope, body, request }) => {
    messageLimit(request, scope.accountId, scope.now)
    return inTransaction(scope, async (scope) => {
      const title = found(await isThingHere(scope, body.objectKind, body.objectId))
      if (!(await lockOrganisation(scope, body.toOrganisationId))) throw new ProblemError('organisation-unknown')
      const recipients = await tell(scope, {
        kind: 'message',
        toOrganisationIds: [body.toOrganisationId],
        objectKind: body.objectKind,
        objectId: body.objectId,
        title,
        body: body.text.trim(),
      })
      if (recipients === 0) throw new ProblemError('nobody-to-reach')
      await recordActivity(scope, {
        verb: 'writeMessage',
        objectKind: body.objectKind,
        objectId: body.objectId,
        facts: { toOrganisationId: body.toOrganisationId },
      })
      return { recipients }
    })
  })
}
