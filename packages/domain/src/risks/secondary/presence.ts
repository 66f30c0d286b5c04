/** Which keys were there on any day of the last months. */
export interface Presence {
  /** The key is there from now on; counted, so that two who say so both have to take it back. */
  readonly begin: (key: string) => void
  /** Takes one beginning back; `month` is the last the key was there in. */
  readonly end: (key: string, month: number) => void
  /** The key was there in `month`, however briefly. */
  readonly touch: (key: string, month: number) => void
  /** Lets go of what was last there more than the window before the first day of `month`. */
  readonly slideTo: (month: number) => void
  readonly has: (key: string) => boolean
  readonly size: () => number
  readonly keys: () => string[]
}

/** A window of whole months before the first day of a month; onChange tells of keys that enter it or leave it. */
export function presence(windowMonths: number, onChange?: (key: string, isIn: boolean) => void): Presence {
  const open = new Map<string, number>()
  const lastSeen = new Map<string, number>()
  const leaving = new Map<number, string[]>()
  const inside = new Set<string>()

  const enter = (key: string) => {
    if (inside.has(key)) return
    inside.add(key)
    onChange?.(key, true)
  }
  const see = (key: string, month: number) => {
    const last = Math.max(lastSeen.get(key) ?? month, month)
    lastSeen.set(key, last)
    const leavesAt = last + windowMonths + 1
    const others = leaving.get(leavesAt)
    if (others === undefined) leaving.set(leavesAt, [key])
    else others.push(key)
  }

  return {
    begin(key) {
      open.set(key, (open.get(key) ?? 0) + 1)
      enter(key)
    },
    end(key, month) {
      const left = (open.get(key) ?? 0) - 1
      if (left > 0) open.set(key, left)
      else open.delete(key)
      see(key, month)
    },
    touch(key, month) {
      enter(key)
      see(key, month)
    },
    slideTo(month) {
      for (const key of leaving.get(month) ?? []) {
        if (open.has(key) || !inside.has(key) || (lastSeen.get(key) ?? month) + windowMonths >= month) continue
        inside.delete(key)
        lastSeen.delete(key)
        onChange?.(key, false)
      }
      leaving.delete(month)
    },
    has: (key) => inside.has(key),
    size: () => inside.size,
    keys: () => [...inside].sort(),
  }
}
