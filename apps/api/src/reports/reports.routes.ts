import * as contract from '@commonweal/contracts/reports'
import { historySeenBy, withheldFromFlags } from '@commonweal/domain/risks/history-seen-by'
import { engine } from '@commonweal/domain/risks/parameters'
import { signsTold } from '@commonweal/domain/risks/secondary/signs-told'
import { parametersInForce, thresholdsInForce, versionName } from '@commonweal/domain/risks/thresholds'
import { serve, type House } from '../http/serve.ts'
import { wholeHistory } from '../risks/history-for.ts'
import type { ReadBeside } from '../risks/read-beside.ts'
import { refuseImpossible } from '../risks/month-range.ts'
import { endStateOf, readAnswers, readReviewsDue, readTold } from './reports.store.ts'

/** Rows of each list: what fits on one printed page. */
const MOST = { partners: 8, finished: 5, reviews: 4, answers: 4 }

export function reportRoutes(house: House, read: ReadBeside): void {
  serve(house, contract.readReport, async ({ scope, query }) => {
    const { history: whole, thresholds } = await wholeHistory(scope)
    const { history, withheld } = historySeenBy(scope.role, whole)
    const month = query.month ?? scope.today.slice(0, 7)
    refuseImpossible(month, month)
    const version = thresholdsInForce(thresholds, month)
    const parameters = parametersInForce(version?.values ?? null, versionName(version))
    const [{ came, left, finished, owed, raised, ...report }, signs] = await Promise.all([
      read('reportOfMonth', history, month, parameters),
      // Of signs that tell of persons everybody may know the level, and no more is told here.
      read('secondaryInForce', whole, month, month, thresholds),
    ])
    const shown = finished.slice(0, MOST.finished)
    const told = new Map(
      (
        await readTold(
          scope,
          finished.map((one) => one.initiativeId),
        )
      ).map((one) => [one.id, one]),
    )
    const reviews = await readReviewsDue(scope, `${month}-01`)
    const answers = (await readAnswers(scope, month)).filter((one) =>
      raised.some(({ flag, onset }) => flag === one.flag && (onset === null || onset <= one.month)),
    )
    const names = new Map(history.organisations.map(({ id, name }) => [id, name ?? '']))
    const listed = (partners: typeof came) =>
      partners && {
        items: partners
          .slice(0, MOST.partners)
          .map(({ organisationId, on }) => ({ partnerId: organisationId, name: names.get(organisationId) ?? '', on })),
        more: Math.max(0, partners.length - MOST.partners),
      }
    return {
      ...report,
      // What the caller may not see is not missing.
      unread: report.unread.filter(({ reading }) => reading !== 'runway' || withheldFromFlags(withheld).length === 0),
      signs: signsTold(signs).map(({ sign, level, heldLevel, onset }) => ({ sign, level, heldLevel, onset })),
      engine,
      parametersVersion: parameters.version,
      dataCompleteThrough: history.dataCompleteThrough,
      came: listed(came),
      left: listed(left),
      finished: {
        items: shown.map(({ initiativeId, on }) => ({
          initiativeId,
          title: told.get(initiativeId)?.title ?? '',
          on,
          state: endStateOf(told.get(initiativeId)?.state ?? ''),
          lesson: told.get(initiativeId)?.lesson ?? null,
        })),
        more: finished.length - shown.length,
        untold: [...told.values()].filter((one) => one.lesson === null).length,
      },
      owed: owed && {
        pledges: owed.length,
        amountMinor: owed.reduce((sum, one) => sum + one.amountMinor, 0),
      },
      answers: {
        items: answers.slice(0, MOST.answers).map(({ flag, kind, on, note, untilOn, reviewOn, initiative }) => ({
          flag,
          kind,
          on,
          note,
          untilOn,
          reviewOn,
          initiative,
        })),
        more: Math.max(0, answers.length - MOST.answers),
      },
      reviewsDue: {
        items: reviews.slice(0, MOST.reviews),
        more: Math.max(0, reviews.length - MOST.reviews),
      },
    }
  })
}
