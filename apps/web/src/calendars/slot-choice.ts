import { useState } from 'react'
import type { Slot } from './week-slots.ts'

export interface Place {
  readonly day: number
  readonly slot: number
}

export interface Choice {
  readonly day: number
  readonly first: number
  readonly last: number
}

/** Where the keyboard stands in the week, and the time chosen so far: fields of one day, from the anchor to here. */
export function useSlotChoice(days: readonly (readonly Slot[])[], start: Place) {
  const [place, setPlace] = useState(start)
  const [anchor, setAnchor] = useState<Place | null>(null)
  const [head, setHead] = useState(0)

  const inside = ({ day, slot }: Place): Place => ({
    day: Math.max(0, Math.min(day, days.length - 1)),
    slot: Math.max(0, Math.min(slot, (days[0]?.length ?? 1) - 1)),
  })
  const isFree = (day: number, first: number, last: number) =>
    days[day]?.slice(first, last + 1).every(({ kind }) => kind === 'free') ?? false

  const choice: Choice | null = anchor && {
    day: anchor.day,
    first: Math.min(anchor.slot, head),
    last: Math.max(anchor.slot, head),
  }

  return {
    place: inside(place),
    choice: choice && isFree(choice.day, choice.first, choice.last) ? choice : null,
    clear: () => setAnchor(null),
    /** Goes to a field; what was chosen is let go. */
    move: (to: Place) => {
      setPlace(inside(to))
      setAnchor(null)
    },
    stand: (at: Place) => setPlace(inside(at)),
    /** Begins a time at a free field. */
    begin: (at: Place) => {
      setPlace(inside(at))
      setAnchor(isFree(at.day, at.slot, at.slot) ? at : null)
      setHead(at.slot)
    },
    /** Carries the time on to a field of the same day, as far as everything between is free. */
    extend: (slot: number) => {
      const from = anchor ?? place
      const to = inside({ day: from.day, slot }).slot
      if (!isFree(from.day, Math.min(from.slot, to), Math.max(from.slot, to))) return false
      setAnchor(from)
      setHead(to)
      setPlace({ day: from.day, slot: to })
      return true
    },
  }
}
