import * as contract from '@commonweal/contracts/calendars'
import { instantOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { Readable } from 'node:stream'
import type { Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { calendarFeed } from './calendar-feed.ts'
import { findFeedName, listDueMilestones, listFeedEvents, listWhatIsOn, type FeedOf } from './calendars.store.ts'
import { readSpaceWeek } from './space-week.ts'

const DAYS_AHEAD = 28

export function calendarRoutes(house: House): void {
  serve(house, contract.readSpaceWeek, ({ scope, params, query }) => readSpaceWeek(scope, params.spaceId, query))
  serve(house, contract.listWhatIsOn, ({ scope, query }) => {
    const from = query.from ?? scope.today
    const to = query.to ?? addDays(from, DAYS_AHEAD)
    if (to < from) throw new ProblemError('dates-in-wrong-order', { from, to })
    const span = { startsAt: instantOf(from, 0, scope.timezone), endsAt: instantOf(addDays(to, 1), 0, scope.timezone) }
    return listWhatIsOn(scope, span, query)
  })
  serve(house, contract.calendarRoutes.community, ({ scope }) => feed(scope, {}))
  serve(house, contract.calendarRoutes.space, ({ scope, params }) => feed(scope, { spaceId: params.spaceId }))
  serve(house, contract.calendarRoutes.initiative, ({ scope, params }) =>
    feed(scope, { initiativeId: params.initiativeId }),
  )
}

async function feed(scope: Scope, of: FeedOf): Promise<Readable> {
  const name = found(await findFeedName(scope, of))
  const { hostname } = new URL(scope.config.publicUrl)
  const events = await listFeedEvents(scope, of)
  return Readable.from([calendarFeed(name, hostname, events, await listDueMilestones(scope, of))])
}
