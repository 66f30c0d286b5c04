import type { ComponentType, ReactNode } from 'react'
import classes from './badge.module.css'

export type Tone = 'good' | 'watch' | 'bad' | 'news' | 'quiet'

/** What a badge looks like: never colour alone, always a sign and a word. */
export interface Look {
  readonly tone: Tone
  readonly Sign: ComponentType<{ size?: number | string; stroke?: number | string }>
}

export function Badge({ look: { tone, Sign }, children }: { look: Look; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span className={classes.sign} aria-hidden="true">
        <Sign size={15} stroke={2} />
      </span>
      {children}
    </span>
  )
}
