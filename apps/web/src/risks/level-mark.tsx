import type { FlagLevel } from '@commonweal/domain/risks/flag-level'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconEye } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './level-mark.module.css'
import '../words/of/levels.ts'

export type ShownLevel = FlagLevel | 'insufficient-data'

const signs: Record<ShownLevel, ComponentType<{ size?: number | string; stroke?: number | string }>> = {
  none: IconCircleCheck,
  watch: IconEye,
  warning: IconAlertTriangle,
  critical: IconAlertOctagon,
  'insufficient-data': IconCircleDashed,
}

interface Props {
  readonly level: ShownLevel
  readonly isLarge?: boolean
  /** Held from an earlier month. */
  readonly isHeld?: boolean
  /** Instead of the level's own word. */
  readonly children?: ReactNode
}

/** A level as word, shape and colour. */
export function LevelMark({ level, isLarge = false, isHeld = false, children }: Props) {
  const { t } = useWords()
  const Sign = signs[level]
  return (
    <span className={classes.mark} data-level={level} data-large={isLarge || undefined} data-held={isHeld || undefined}>
      <Sign aria-hidden="true" size={isLarge ? 22 : 16} stroke={2} />
      {children ?? t(`levels:${level}`)}
    </span>
  )
}
