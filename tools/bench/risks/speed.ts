import type { History } from '../../../packages/domain/src/risks/history.ts'
import type { Facts } from '../../../packages/domain/src/risks/fact-groups.ts'
import { openTimeline } from '../../../packages/domain/src/risks/open-timeline.ts'
import { timeline } from '../../../packages/domain/src/risks/timeline.ts'
import { addMonths } from '../../../packages/domain/src/values/month.ts'
import type { Verdict } from '../api/main.ts'
import { factsOf, FIRST_MONTH, generateNetwork, LAST_READING } from './generate-network.ts'
import { leastMs, ms } from './least-ms.ts'
import { disagreements, naiveTimeline } from './naive-timeline.ts'
import { toldBefore, toldIn } from './told.ts'

const SEED = 20_261_126
const FROM = addMonths(FIRST_MONTH, 1)
const LEAST_RATIO = 20
const MOST_GROWTH = 1.1
const MOST_OF_ONE_MONTH = 0.02
const MONTHS_APPENDED = 6
const TRIES = 32

/** Times are of the processor, the least of several tries: other work on the machine is not ours to measure. */
export function speed(sizes: readonly number[], say: (text: string) => void): Verdict[] {
  const measured = sizes.map((partners) => {
    const history = generateNetwork(partners, SEED)
    const facts = factsOf(history)
    let ours = timeline(history, FROM, LAST_READING).months
    const oursMs = leastMs(5, () => (ours = timeline(history, FROM, LAST_READING).months))
    let plainly: ReturnType<typeof naiveTimeline> = []
    const plainMs = leastMs(1, () => (plainly = naiveTimeline(history, FROM, LAST_READING)))
    const differing = disagreements(ours, plainly)
    for (const line of differing.slice(0, 5)) say(`  ${line}`)
    say(
      `  ${partners} partners, ${facts} facts: 60 months in ${oursMs.toFixed(0)} ms, month by month from all facts in ${plainMs.toFixed(0)} ms`,
    )
    return { partners, facts, history, oursMs, plainMs, differing: differing.length }
  })
  const [first, last] = [measured.at(-2), measured.at(-1)]
  return [
    ...measured.flatMap(({ partners, oursMs, plainMs, differing }) => [
      {
        text: `${partners} partners: ${differing} readings differ from the plain reference, none may`,
        isMet: differing === 0,
      },
      {
        text: `${partners} partners: ${(plainMs / oursMs).toFixed(1)} times as fast as month by month from all facts, at least ${LEAST_RATIO}${partners === 200 ? '' : ' (asked at 200)'}`,
        isMet: partners !== 200 || plainMs / oursMs >= LEAST_RATIO,
      },
    ]),
    ...(first && last ? [growth(first, last)] : []),
    ...measured.flatMap(({ partners, history }) => going(partners, history)),
  ]
}

interface Measured {
  readonly partners: number
  readonly facts: number
  readonly oursMs: number
}

function growth(small: Measured, large: Measured): Verdict {
  const exponent = Math.log(large.oursMs / small.oursMs) / Math.log(large.facts / small.facts)
  return {
    text: `time grows with facts to the power of ${exponent.toFixed(2)} from ${small.partners} to ${large.partners} partners, at most ${MOST_GROWTH}`,
    isMet: exponent <= MOST_GROWTH,
  }
}

/** A month more, and a fact that comes late, against opening and reading the whole. */
function going(partners: number, history: History): Verdict[] {
  const firstAppended = addMonths(LAST_READING, -MONTHS_APPENDED)
  const known = toldBefore(history, firstAppended)
  const months = Array.from({ length: MONTHS_APPENDED }, (_, index) => addMonths(firstAppended, index))
  const told = months.map((month): [string, Facts] => [addMonths(month, 1), toldIn(history, month)])
  // In turn, so that neither finds the engine's code better compiled than the other; of facts made before, so that what
  // making them leaves to the garbage collector is charged to neither.
  const tries = Array.from({ length: TRIES }, () => {
    const whole = ms(() => openTimeline(history).read(FROM, LAST_READING))
    const knowing = openTimeline(history)
    knowing.read(FROM, firstAppended)
    const read = ms(() => {
      for (const [month] of told) knowing.read(month, month)
    })
    const learning = openTimeline(known)
    learning.read(FROM, firstAppended)
    const learned = ms(() => {
      for (const [month, added] of told) {
        learning.learn({ added })
        learning.read(month, month)
      }
    })
    return { whole, read: read / MONTHS_APPENDED, learned: learned / MONTHS_APPENDED }
  })
  const least = (what: 'whole' | 'read' | 'learned') => Math.min(...tries.map((one) => one[what]))
  const [wholeMs, readMs, learnedMs] = [least('whole'), least('read'), least('learned')]
  const late = (monthsAgo: number) => {
    const open = openTimeline(history)
    open.read(FROM, LAST_READING)
    const receivedOn = `${addMonths(LAST_READING, -monthsAgo)}-15`
    const receipts = [{ pledgeId: 'p0', receivedOn, amountMinor: 12_345, quantity: null }]
    return leastMs(3, () => {
      open.learn({ added: { receipts } })
      open.read(FROM, LAST_READING)
    })
  }
  const share = (part: number) => `${((part / wholeMs) * 100).toFixed(1)} %`
  return [
    {
      text: `${partners} partners: one month more of known facts costs ${share(readMs)} of the whole, at most ${MOST_OF_ONE_MONTH * 100} %`,
      isMet: readMs <= MOST_OF_ONE_MONTH * wholeMs,
    },
    {
      text: `${partners} partners: one month more whose facts are learned with it costs ${share(learnedMs)} of the whole, at most ${MOST_OF_ONE_MONTH * 100} %`,
      isMet: learnedMs <= MOST_OF_ONE_MONTH * wholeMs,
    },
    {
      text: `${partners} partners: a receipt that comes late costs ${share(late(2))} of the whole when it is 2 months old, ${share(late(9))} at 9, ${share(late(30))} at 30; less than the whole`,
      isMet: late(30) < wholeMs,
    },
  ]
}
