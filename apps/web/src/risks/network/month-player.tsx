import { Button } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useWords } from '../../words/words.tsx'
import { MonthSlider, MonthSteps } from '../month-picker.tsx'
import classes from './month-player.module.css'
import '../../words/of/network.ts'

interface Props {
  readonly count: number
  readonly position: number
  readonly label: string
  readonly valueText: string
  readonly onMove: (position: number) => void
}

const stepMs = 320

/** The month, by steps, by slider, or moving by itself; whoever asked for less motion moves it alone. */
export function MonthPlayer({ count, position, label, valueText, onMove }: Props) {
  const { t } = useWords()
  const isStill = useReducedMotion(undefined, { getInitialValueInEffect: false })
  const [isAsked, setAsked] = useState(false)
  const isPlaying = isAsked && !isStill && position < count - 1
  const step = useEffectEvent(() => onMove(Math.min(count - 1, position + 1)))

  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(step, stepMs)
    return () => clearInterval(timer)
  }, [isPlaying])

  function press() {
    if (!isPlaying && position === count - 1) onMove(0)
    setAsked(!isPlaying)
  }
  function move(to: number) {
    setAsked(false)
    onMove(to)
  }

  return (
    <div className={classes.player}>
      <div className={classes.row}>
        {!isStill && count > 1 && (
          <Button
            variant="default"
            size="sm"
            className={classes.play}
            leftSection={
              isPlaying ? (
                <IconPlayerPause aria-hidden="true" size={18} />
              ) : (
                <IconPlayerPlay aria-hidden="true" size={18} className="mantine-rotate-rtl" />
              )
            }
            onClick={press}
            data-no-print
          >
            {t(isPlaying ? 'network:pause' : 'network:play')}
          </Button>
        )}
        <MonthSteps count={count} position={position} label={label} onMove={move} isSilent={isPlaying} />
      </div>
      <div className={classes.slider}>
        <MonthSlider count={count} position={position} valueText={valueText} onMove={move} />
      </div>
    </div>
  )
}
