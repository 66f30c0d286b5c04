import * as sent from '@commonweal/contracts/risk-history'
import * as contract from '@commonweal/contracts/risks'
import { runStressTest as stressTestRoute } from '@commonweal/contracts/stress-tests'
import { verdict } from '@commonweal/domain/access/permissions'
import { historyBefore } from '@commonweal/domain/risks/history-before'
import { factCount, withheldFromFlags } from '@commonweal/domain/risks/history-seen-by'
import { personSigns, withoutPersons } from '@commonweal/domain/risks/secondary/person-signs'
import { wantedIn } from '@commonweal/domain/risks/secondary/secondary-in-force'
import type { Scope } from '../database/scope.ts'
import { parametersInForce, thresholdsInForce, versionName } from '@commonweal/domain/risks/thresholds'
import { ProblemError } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { firstMonth } from './first-month.ts'
import { explainedSign } from './explained-sign.ts'
import { historyFor, wholeHistory } from './history-for.ts'
import { refuseImpossible } from './month-range.ts'
import { namesIn } from './names-in.ts'
import { personNames, topPersonIds } from './person-names.store.ts'
import type { ReadBeside } from './read-beside.ts'
import { runStressTest } from './stress-tests.ts'

export function riskRoutes(house: House, read: ReadBeside): void {
  serve(house, contract.readTimeline, async ({ scope, query }) => {
    const { knownOn } = query
    const { slug, history, thresholds, withheld, assumedFacts } = await historyFor(scope, knownOn)
    const to = query.to ?? (knownOn ?? scope.today).slice(0, 7)
    const first = query.from ?? firstMonth(history) ?? to
    // A community whose first fact lies in this month has no month to read yet.
    const isBeforeAll = query.from === undefined && first > to
    if (!isBeforeAll) refuseImpossible(first, to)
    const timeline = await read('timelineInForce', history, isBeforeAll ? to : first, to, thresholds)
    const known = knownOn && assumedFacts !== null ? { known: { on: knownOn, assumedFacts } } : {}
    return {
      community: slug,
      ...known,
      ...timeline,
      months: isBeforeAll ? [] : timeline.months,
      withheld: withheldFromFlags(withheld),
    } as unknown as contract.Timeline
  })

  serve(house, contract.readSecondaryTimeline, async ({ scope, query }) => {
    const { slug, history, ...signs } = await readSecondary(scope, query, read)
    const months = signs.months.map((reading) => {
      const seen = withoutPersons(reading)
      return { ...seen, flags: wantedIn(seen.flags, signs.thresholds, seen.month) }
    })
    const names = namesIn(history, JSON.stringify(months))
    return { community: slug, ...signs, months, names } as unknown as contract.SecondaryTimeline
  })

  serve(house, contract.readPersonSigns, async ({ scope, query }) => {
    const { months, thresholds } = await readSecondary(scope, query, read)
    const isNamed = verdict(scope.role, 'people:manage') === 'always'
    const signs = months.map((reading) => ({
      month: reading.month,
      flags: wantedIn(personSigns(reading, isNamed), thresholds, reading.month),
    }))
    const names = await personNames(scope, isNamed ? topPersonIds(signs.map(({ flags }) => flags)) : [])
    return { months: signs, names } as unknown as contract.PersonSigns
  })

  serve(house, contract.readFactsBehind, async ({ scope, params, query }) => {
    const { history, thresholds, withheld } = await historyFor(scope, query.knownOn)
    refuseImpossible(params.month, params.month)
    const version = thresholdsInForce(thresholds, params.month)
    const parameters = parametersInForce(version?.values ?? null, versionName(version))
    const facts = await read('factsBehind', history, params.month, parameters)
    const names = namesIn(history, JSON.stringify(facts))
    return { ...facts, names, withheld: withheldFromFlags(withheld) } as never
  })

  serve(house, contract.explainFlag, async ({ scope, params, query }) => {
    const { slug, history, thresholds, withheld } = await historyFor(scope, query.knownOn)
    const present = (query.knownOn ?? scope.today).slice(0, 7)
    const month = query.month ?? present
    refuseImpossible(month, month)
    // What would have lowered a flag of the past is no matter of what came after.
    const known = month < present ? historyBefore(history, month) : history
    const explained = await read('explain', known, params.flag, month, thresholds)
    const names = namesIn(history, JSON.stringify(explained))
    return { community: slug, ...explained, names, withheld: withheldFromFlags(withheld) } as never
  })

  serve(
    house,
    contract.explainSign,
    ({ scope, params, query }) => explainedSign(scope, params.sign, query, read) as never,
  )

  serve(
    house,
    contract.explainPersonSign,
    ({ scope, params, query }) => explainedSign(scope, params.sign, query, read) as never,
  )

  serve(house, sent.readHistory, async ({ scope }) => {
    const { slug, history, withheld, thresholds } = await historyFor(scope)
    const facts = factCount(history)
    const most = sent.MOST_FACTS_SENT
    if (facts > most) throw new ProblemError('history-too-large', { facts, most })
    return { community: slug, today: scope.today, history, withheld, thresholds } as sent.RiskHistory
  })

  serve(house, stressTestRoute, async ({ scope, body }) => {
    return runStressTest(await historyFor(scope), body, scope.today) as never
  })
}

/** On the whole history: the signs rest on no cost or reserve, and what tells of persons is withheld from each reading by itself. */
async function readSecondary(
  scope: Scope,
  query: { readonly from?: string; readonly to?: string; readonly knownOn?: string },
  read: ReadBeside,
) {
  const { knownOn } = query
  const { slug, history, thresholds } = await wholeHistory(scope, knownOn)
  const to = query.to ?? (knownOn ?? scope.today).slice(0, 7)
  const first = query.from ?? firstMonth(history) ?? to
  const isBeforeAll = query.from === undefined && first > to
  if (!isBeforeAll) refuseImpossible(first, to)
  const signs = await read('secondaryInForce', history, isBeforeAll ? to : first, to, thresholds)
  return { slug, history, ...signs, months: isBeforeAll ? [] : signs.months }
}
