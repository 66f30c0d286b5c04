import type { SpaceWeek } from '@commonweal/contracts/calendars'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'
import { saySpan } from '../time/spans.ts'
import { useWords } from '../words/words.tsx'
import { useSlotChoice, type Place } from './slot-choice.ts'
import { sayDayOf } from './week-bar.tsx'
import classes from './week-grid.module.css'
import { hoursOf, sayMinute, slotMinutes, slotsOf, type Slot } from './week-slots.ts'
import '../words/of/bookings.ts'
import '../words/of/calendars.ts'

/** Height of half an hour, as the style sheet draws it. */
const rowPx = 24

interface Props {
  readonly label: string
  readonly week: SpaceWeek
  readonly openings: readonly { readonly opensAt: string; readonly closesAt: string }[] | null
  /** The one day to show where there is no room for seven; null shows all. */
  readonly onlyDay: number | null
  readonly mayBook: boolean
  readonly onChoose: (startsAt: Date, endsAt: Date) => void
  readonly onOpen: (bookingId: string) => void
}

/** A week as a grid of half hours: read it, walk it by arrow keys, choose a time by keyboard or pointer. */
export function WeekGrid({ label, week, openings, onlyDay, mayBook, onChoose, onOpen }: Props) {
  const { t, locale } = useWords()
  const [now] = useState(() => new Date())
  const grid = useRef<HTMLDivElement>(null)
  const hasFocus = useRef(false)
  const dragging = useRef<Place | null>(null)
  const days = slotsOf(week, hoursOf(openings, week), now)
  const chosen = useSlotChoice(days, firstPlace(days))
  const place = onlyDay === null ? chosen.place : { ...chosen.place, day: onlyDay }
  const shown = onlyDay === null ? days.map((_, index) => index) : [onlyDay]
  const { choice } = chosen

  const { day: dayHere, slot: slotHere } = place
  useEffect(() => {
    if (hasFocus.current) cellAt(grid.current, { day: dayHere, slot: slotHere })?.focus()
  }, [dayHere, slotHere])

  // A place that is open at all times is shown from the morning on.
  const firstMinute = days[0]?.[0]?.minute ?? 0
  useEffect(() => {
    const morning = ((7 * 60 - firstMinute) / slotMinutes) * rowPx
    if (grid.current) grid.current.scrollTop = Math.max(0, morning)
  }, [firstMinute])

  const slotAt = ({ day, slot }: Place) => days[day]?.[slot]
  const spanOfChoice = () => {
    const first = choice && days[choice.day]?.[choice.first]
    const last = choice && days[choice.day]?.[choice.last]
    return first && last ? { startsAt: first.startsAt, endsAt: last.endsAt } : null
  }
  const span = mayBook ? spanOfChoice() : null
  const said = span && saySpan(span.startsAt, span.endsAt, locale, week.timezone)

  const enter = () => {
    const here = slotAt(place)
    if (span) return onChoose(span.startsAt, span.endsAt)
    if (mayBook && here?.kind === 'free') return onChoose(here.startsAt, here.endsAt)
    const [booking] = here?.bookings ?? []
    if (booking) onOpen(booking.id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const sideways = isRtl ? -1 : 1
    const steps: Record<string, Place> = {
      ArrowDown: { day: place.day, slot: place.slot + 1 },
      ArrowUp: { day: place.day, slot: place.slot - 1 },
      ArrowRight: { day: place.day + sideways, slot: place.slot },
      ArrowLeft: { day: place.day - sideways, slot: place.slot },
      Home: { day: place.day, slot: 0 },
      End: { day: place.day, slot: Number.MAX_SAFE_INTEGER },
    }
    const to = steps[event.key]
    if (to && event.shiftKey && mayBook && to.day === place.day) chosen.extend(to.slot)
    else if (to && (onlyDay === null || to.day === onlyDay)) chosen.move(to)
    else if (event.key === 'Enter' || event.key === ' ') enter()
    else if (event.key === 'Escape' && choice) chosen.clear()
    else return
    event.preventDefault()
  }

  const onPointerDown = (at: Place) => (event: PointerEvent) => {
    if (event.button !== 0 || !mayBook) return
    const isSecond = choice && choice.day === at.day && at.slot !== choice.first && choice.first === choice.last
    if (isSecond && chosen.extend(at.slot)) return
    chosen.begin(at)
    // A finger scrolls; only a mouse or a pen draws.
    dragging.current = event.pointerType === 'touch' ? null : at
  }
  const onPointerEnter = (at: Place) => (event: PointerEvent) => {
    if (event.buttons === 1 && dragging.current?.day === at.day) chosen.extend(at.slot)
  }

  const rows = days[0] ?? []
  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the cells take the focus in turn */}
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-readonly={!mayBook}
        className={classes.grid}
        data-days={shown.length}
        onKeyDown={onKeyDown}
        onFocus={() => (hasFocus.current = true)}
        onBlur={() => (hasFocus.current = false)}
      >
        <div role="row" className={classes.row} data-head="">
          <span role="columnheader" className={classes.hour}>
            <span className={classes.unseen}>{t('calendars:day')}</span>
          </span>
          {shown.map((day) => (
            <span key={day} role="columnheader" className={classes.dayName} data-today={isToday(days[day], now)}>
              {sayDayOf(days[day]?.[0]?.day ?? week.from, locale)}
            </span>
          ))}
        </div>
        {rows.map(({ minute }, slot) => (
          <div key={minute} role="row" className={classes.row}>
            <span role="rowheader" className={classes.hour} data-whole={minute % 60 === 0 || undefined}>
              {sayMinute(minute)}
            </span>
            {shown.map((day) => {
              const at = { day, slot }
              const one = slotAt(at)
              if (!one) return null
              const isChosen = choice?.day === day && slot >= choice.first && slot <= choice.last
              return (
                <div
                  key={day}
                  role="gridcell"
                  tabIndex={place.day === day && place.slot === slot ? 0 : -1}
                  aria-selected={isChosen}
                  aria-label={sayCell(one)}
                  className={classes.cell}
                  data-place={`${day}-${slot}`}
                  data-kind={one.kind}
                  data-whole={minute % 60 === 0 || undefined}
                  data-chosen={isChosen || undefined}
                  onPointerDown={onPointerDown(at)}
                  onPointerEnter={onPointerEnter(at)}
                  onFocus={() => chosen.stand(at)}
                >
                  {one.begins.map(({ booking, slots }, index) => (
                    <button
                      key={booking.id}
                      type="button"
                      tabIndex={-1}
                      aria-hidden="true"
                      className={classes.booking}
                      data-status={booking.status}
                      data-beside={one.kind === 'free' || undefined}
                      style={{ '--slots': slots, '--place': index } as CSSProperties}
                      onPointerDown={(event) => event.stopPropagation()}
                      onClick={() => onOpen(booking.id)}
                    >
                      <b>{t(`bookings:status.${booking.status}`)}</b>{' '}
                      <bdi>{booking.title ?? booking.initiative ?? booking.organisation}</bdi>
                    </button>
                  ))}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <div role="status" className={classes.choice} data-no-print>
        {said && span && (
          <>
            <span>{t('calendars:chosen', { span: said })}</span>
            <Button size="sm" onClick={() => onChoose(span.startsAt, span.endsAt)}>
              {t('calendars:choose', { span: said })}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => chosen.clear()}>
              {t('calendars:clear')}
            </Button>
          </>
        )}
      </div>
    </div>
  )

  function sayCell({ day, minute, kind, bookings }: Slot): string {
    const taken = bookings.map((one) =>
      t('calendars:booked', {
        title: one.title ?? one.initiative ?? one.organisation,
        status: t(`bookings:status.${one.status}`),
      }),
    )
    const what = taken.length > 0 && kind !== 'free' ? taken : [...taken, t(`calendars:slot.${kind}`)]
    return t('calendars:cell', { day: sayDayOf(day, locale), time: sayMinute(minute), what: what.join('; ') })
  }
}

function cellAt(grid: HTMLElement | null, { day, slot }: Place): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-place="${day}-${slot}"]`) ?? null
}

/** Where one begins: the first free field of the week. */
function firstPlace(days: readonly (readonly Slot[])[]): Place {
  const day = days.findIndex((slots) => slots.some(({ kind }) => kind === 'free'))
  return day < 0 ? { day: 0, slot: 0 } : { day, slot: days[day]?.findIndex(({ kind }) => kind === 'free') ?? 0 }
}

function isToday(slots: readonly Slot[] | undefined, now: Date): boolean | undefined {
  const [first] = slots ?? []
  if (!first) return undefined
  const since = now.getTime() - (first.startsAt.getTime() - first.minute * 60_000)
  return (since >= 0 && since < 86_400_000) || undefined
}
