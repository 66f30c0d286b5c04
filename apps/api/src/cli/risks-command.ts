import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { loadHistory, loadHistoryAsKnown } from '../risks/history.store.ts'
import { firstMonth } from '../risks/first-month.ts'
import { communityIdOf, tableText, type Command } from './command.ts'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** Reads both flags month by month. With `--json` the answer is one object and nothing else. */
export async function risksCommand({ pool, words: [slug = ''], flags, stdout, stderr }: Command): Promise<number> {
  const communityId = await communityIdOf(pool, slug)
  const knownOn = typeof flags['known-on'] === 'string' ? flags['known-on'] : null
  if (knownOn !== null && !isDay(knownOn)) {
    stderr.write(`"${knownOn}" is not a day like 2026-05-31\n`)
    return 2
  }
  const loaded =
    communityId &&
    (knownOn ? await loadHistoryAsKnown(pool, communityId, knownOn) : await loadHistory(pool, communityId))
  if (!loaded) {
    stderr.write(`There is no community "${slug}" here. Try: commonweal communities\n`)
    return 1
  }
  const to = typeof flags['to'] === 'string' ? flags['to'] : (knownOn ?? new Date().toISOString()).slice(0, 7)
  const from = typeof flags['from'] === 'string' ? flags['from'] : (firstMonth(loaded.history) ?? to)
  const wrong = [from, to].find((month) => !MONTH.test(month))
  if (wrong !== undefined || from > to) {
    stderr.write(
      wrong === undefined ? `--from ${from} lies after --to ${to}\n` : `"${wrong}" is not a month like 2026-05\n`,
    )
    return 2
  }
  const { engine, months } = timelineInForce(loaded.history, from, to, loaded.thresholds)
  if (flags['json'] === true) {
    const known = 'assumedFacts' in loaded ? { known: { on: knownOn, assumedFacts: loaded.assumedFacts } } : {}
    stdout.write(`${JSON.stringify({ community: loaded.slug, engine, ...known, months })}\n`)
    return 0
  }
  const rows = months.map(({ month, stagnation, funding }) => [
    month,
    stagnation.level,
    shown(stagnation.score),
    funding.level,
  ])
  stdout.write(tableText([['month', 'stagnation', 'points', 'funding'], ...rows]))
  return 0
}

function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}

function shown(value: number | null): string {
  return value === null ? '–' : String(value)
}
