import * as assessments from '@commonweal/contracts/assessments'
import * as handling from '@commonweal/contracts/handling'
import * as thresholds from '@commonweal/contracts/thresholds'
import { verdict } from '@commonweal/domain/access/permissions'
import { withoutCosts } from '@commonweal/domain/risks/without-costs'
import { inTransaction } from '../database/scope.ts'
import { serve, type House } from '../http/serve.ts'
import { assess } from './assessments.actions.ts'
import { listAssessments, readKeptMonth, type KeptReading } from './assessments.store.ts'
import { handleFlag, readFlagStanding } from './handling.actions.ts'
import { listHandlings } from './handling.store.ts'
import { setThresholds } from './thresholds.actions.ts'
import { listThresholds } from './thresholds.store.ts'

/** What is kept of the risks: what was said, by which lines, and what people did about it. */
export function keptRiskRoutes(house: House): void {
  serve(house, assessments.listAssessments, ({ scope, query }) => listAssessments(scope, query))
  serve(house, assessments.readAssessment, async ({ scope, params }) => {
    const said = await readKeptMonth(scope.client, scope.communityId, params.month)
    const isWithheld = verdict(scope.role, 'finances:read') === 'denied'
    return { month: params.month, said: (isWithheld ? said.map(seenWithoutCosts) : said) as never }
  })
  serve(house, assessments.assessCommunity, ({ scope }) =>
    inTransaction(scope, async ({ client, communityId, now }) => {
      const { assessed, revised } = await assess({ client, communityId, now })
      return { assessed: [...assessed], revised: [...revised] }
    }),
  )

  serve(house, thresholds.listThresholds, ({ scope, query }) => listThresholds(scope, query))
  serve(house, thresholds.setThresholds, ({ scope, body }) => setThresholds(scope, body))

  serve(house, handling.readFlagStanding, ({ scope, params }) => readFlagStanding(scope, params.flag))
  serve(house, handling.listHandlings, ({ scope, query }) => listHandlings(scope, query))
  serve(house, handling.acknowledgeFlag, ({ scope, params, body }) =>
    handleFlag(scope, params.flag, { kind: 'acknowledge', note: body.note ?? null }),
  )
  serve(house, handling.mitigateFlag, ({ scope, params, body }) =>
    handleFlag(scope, params.flag, {
      kind: 'mitigate',
      note: body.note,
      reviewOn: body.reviewOn ?? null,
      initiativeId: body.initiativeId ?? null,
    }),
  )
  serve(house, handling.acceptFlag, ({ scope, params, body }) =>
    handleFlag(scope, params.flag, { kind: 'accept', note: body.reason, untilOn: body.until }),
  )
  serve(house, handling.dismissFlag, ({ scope, params, body }) =>
    handleFlag(scope, params.flag, { kind: 'dismiss', note: body.reason }),
  )
}

/** What was said stays whole where it is kept; who may not read costs sees it without them. */
function seenWithoutCosts(said: KeptReading): KeptReading {
  return { ...said, reading: { ...said.reading, funding: withoutCosts(said.reading['funding']) } }
}
