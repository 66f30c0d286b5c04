import type { ComponentType, ReactNode } from 'react'
import classes from './badge.module.css'

export type Tone = 'good' | 'watch' | 'bad' | 'news' | 'quiet'

/** What a badge looks like: never colour alone, always a sign and a word. */
export interface Look {
  readonly tone: Tone
  readonly Sign: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: 'true' }>
}

export function Badge({ look: { tone, Sign }, children }: { look: Look; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Sign aria-hidden="true" size={15} stroke={2} />
      {children}
    </span>
  )
}
