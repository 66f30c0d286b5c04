import { ActionIcon, Button, useDirection } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react'
import { useId, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { positionAfterKey } from './month-keys.ts'
import classes from './month-picker.module.css'
import '../words/of/risks.ts'

interface Props {
  readonly count: number
  readonly position: number
  readonly label: string
  /** What the slider says of the chosen month. */
  readonly valueText: string
  readonly onMove: (position: number) => void
}

/** A slider as wide as the bands above it. Keys are our own: browsers disagree on what a page is. */
export function MonthSlider({ count, position, valueText, onMove }: Omit<Props, 'label'>) {
  const { t } = useWords()
  const { dir } = useDirection()
  const hint = useId()
  const last = count - 1

  function onKeyDown(event: KeyboardEvent) {
    const next = positionAfterKey(event.key, position, last, dir === 'rtl')
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (next !== position) onMove(next)
  }

  return (
    <>
      <input
        type="range"
        className={classes.slider}
        style={{ '--months': count } as CSSProperties}
        min={0}
        max={last}
        step={1}
        value={position}
        aria-label={t('risks:pick.label')}
        aria-valuetext={valueText}
        aria-describedby={hint}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
        onKeyDown={onKeyDown}
        data-no-print
      />
      <p id={hint} className={classes.hint} data-no-print>
        {t('risks:pick.keys')}
      </p>
    </>
  )
}

type StepsProps = Omit<Props, 'valueText'> & {
  /** While the months move by themselves nobody wants each of them read out. */
  readonly isSilent?: boolean
}

/** Steps by month and by year, with the chosen month between them. */
export function MonthSteps({ count, position, label, onMove, isSilent = false }: StepsProps) {
  const { t } = useWords()
  const last = count - 1
  const step = (by: number) => Math.min(last, Math.max(0, position + by))
  return (
    <div className={classes.steps}>
      <Step label={t('risks:pick.earlierYear')} isOff={position === 0} onPress={() => onMove(step(-12))}>
        <IconChevronsLeft aria-hidden="true" className="mantine-rotate-rtl" />
      </Step>
      <Step label={t('risks:pick.earlierMonth')} isOff={position === 0} onPress={() => onMove(step(-1))}>
        <IconChevronLeft aria-hidden="true" className="mantine-rotate-rtl" />
      </Step>
      <output className={classes.chosen} aria-live={isSilent ? 'off' : 'polite'}>
        {label}
      </output>
      <Step label={t('risks:pick.laterMonth')} isOff={position === last} onPress={() => onMove(step(1))}>
        <IconChevronRight aria-hidden="true" className="mantine-rotate-rtl" />
      </Step>
      <Step label={t('risks:pick.laterYear')} isOff={position === last} onPress={() => onMove(step(12))}>
        <IconChevronsRight aria-hidden="true" className="mantine-rotate-rtl" />
      </Step>
      {position !== last && (
        <Button variant="subtle" size="sm" className={classes.latest} onClick={() => onMove(last)}>
          {t('risks:pick.latest')}
        </Button>
      )}
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly isOff: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** Stays focusable at the end of the line, so that a keyboard is not thrown off it. */
function Step({ label, isOff, onPress, children }: StepProps) {
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      data-off={isOff}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </ActionIcon>
  )
}
