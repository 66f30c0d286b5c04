import { monthIndexOfDayNumber } from '../../values/month.ts'
import type { Presence } from './presence.ts'

/** Who is in each initiative, and who of them counts now because it runs. */
export interface Crews {
  /** The initiative starts in the month that is being told. */
  readonly start: (initiativeId: string) => void
  readonly join: (initiativeId: string, name: string) => void
  /** `on` is the first day somebody is no longer in it. */
  readonly leave: (initiativeId: string, name: string, on: number) => void
  readonly setRunning: (initiativeId: string, isRunning: boolean) => void
  /** Brings what changed in `month` into effect: who counts now, and who was there in the window. */
  readonly settle: (month: number) => void
  /** How many were members on any day of the month last settled, whether the initiative ran or not. */
  readonly membersInMonth: (initiativeId: string) => number
  /** Members of each running initiative that has any, by its id. */
  readonly working: () => ReadonlyMap<string, ReadonlySet<string>>
}

interface Crew {
  readonly members: Map<string, number>
  working: ReadonlySet<string>
  isRunning: boolean
}

const KEY_SEPARATOR = ' '

/** One key for a member of an initiative; the length of the first id tells where the second begins. */
export function crewKey(initiativeId: string, name: string): string {
  return `${initiativeId.length}${KEY_SEPARATOR}${initiativeId}${name}`
}

/** A member of an initiative. */
export interface CrewPair {
  readonly initiativeId: string
  readonly name: string
}

export function crewKeyParts(key: string): CrewPair {
  const cut = key.indexOf(KEY_SEPARATOR) + 1
  const length = Number(key.slice(0, cut - 1))
  return { initiativeId: key.slice(cut, cut + length), name: key.slice(cut + length) }
}

/**
 * Keeps the members of initiatives by what changes. A member works while the initiative runs; window is told of every member who was
 * in it while it ran (who joins what has ended is a member and no more), onWorking of the members of an initiative before and after a
 * change.
 */
export function crews(
  window: Presence,
  onWorking?: (initiativeId: string, before: ReadonlySet<string>, after: ReadonlySet<string>) => void,
): Crews {
  const all = new Map<string, Crew>()
  const changed = new Set<string>()
  /** Who left in the month that is being told, with the day, and in the one last settled, by initiative. */
  let leaving = new Map<string, Map<string, number>>()
  let left = leaving
  let settled = -Infinity
  /** Initiatives that ran on some day of the month that is being told, beside those that run at its end; and who joined in it. */
  const ran = new Set<string>()
  let joined: CrewPair[] = []
  const nobody: ReadonlySet<string> = new Set()
  const crewOf = (initiativeId: string): Crew => {
    const known = all.get(initiativeId)
    if (known !== undefined) return known
    const crew = { members: new Map<string, number>(), working: nobody, isRunning: false }
    all.set(initiativeId, crew)
    return crew
  }
  /** The last month in which somebody was there who is not from now on: who left on its first day was there in the month before. */
  const lastMonth = (initiativeId: string, name: string, month: number) => {
    const on = leaving.get(initiativeId)?.get(name)
    return on === undefined ? month : Math.min(month, monthIndexOfDayNumber(on - 1))
  }

  return {
    start(initiativeId) {
      ran.add(initiativeId)
    },
    join(initiativeId, name) {
      const { members } = crewOf(initiativeId)
      members.set(name, (members.get(name) ?? 0) + 1)
      joined.push({ initiativeId, name })
      changed.add(initiativeId)
    },
    leave(initiativeId, name, on) {
      const { members } = crewOf(initiativeId)
      const stays = (members.get(name) ?? 0) - 1
      if (stays > 0) members.set(name, stays)
      else if (members.delete(name))
        leaving.set(initiativeId, (leaving.get(initiativeId) ?? new Map<string, number>()).set(name, on))
      changed.add(initiativeId)
    },
    setRunning(initiativeId, isRunning) {
      const crew = crewOf(initiativeId)
      if (crew.isRunning) ran.add(initiativeId)
      crew.isRunning = isRunning
      changed.add(initiativeId)
    },
    settle(month) {
      for (const { initiativeId, name } of joined)
        if (ran.has(initiativeId) || crewOf(initiativeId).isRunning) window.touch(crewKey(initiativeId, name), month)
      joined = []
      ran.clear()
      for (const initiativeId of changed) {
        const crew = crewOf(initiativeId)
        const before = crew.working
        const after = crew.isRunning ? new Set(crew.members.keys()) : nobody
        for (const name of before)
          if (!after.has(name)) window.end(crewKey(initiativeId, name), lastMonth(initiativeId, name, month))
        for (const name of after) if (!before.has(name)) window.begin(crewKey(initiativeId, name))
        crew.working = after
        onWorking?.(initiativeId, before, after)
      }
      changed.clear()
      settled = month
      left = leaving
      leaving = new Map()
    },
    working: () =>
      new Map([...all].flatMap(([id, { working }]) => (working.size === 0 ? [] : [[id, working] as const]))),
    membersInMonth(initiativeId) {
      const members = all.get(initiativeId)?.members
      const gone = [...(left.get(initiativeId) ?? [])].filter(
        ([name, on]) => members?.has(name) !== true && monthIndexOfDayNumber(on - 1) >= settled,
      )
      return (members?.size ?? 0) + gone.length
    },
  }
}
