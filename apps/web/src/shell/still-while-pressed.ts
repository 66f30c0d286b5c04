import { notifyManager } from '@tanstack/react-query'

/** A press whose end is lost, as where the finger leaves the window, holds for no longer. */
const longestPressMs = 2_000
/** Between the finger that leaves and the click that follows; some browsers wait for a second tap. */
const clickWithinMs = 400

/**
 * While something is pressed, answers of the server wait to be drawn. A browser makes a click of a press only where both of its
 * ends meet the same thing, so what moves under the finger, or is drawn anew, would swallow it (docs/adr/0132).
 */
export function standStillWhilePressed(): void {
  const waiting: (() => void)[] = []
  let press: ReturnType<typeof setTimeout> | null = null

  const draw = (answer: () => void) => {
    setTimeout(() => {
      if (press === null) answer()
      else waiting.push(answer)
    }, 0)
  }
  const letGo = () => {
    if (press !== null) clearTimeout(press)
    press = null
    for (const answer of waiting.splice(0)) draw(answer)
  }
  const holdFor = (ms: number) => {
    if (press !== null) clearTimeout(press)
    press = setTimeout(letGo, ms)
  }

  notifyManager.setScheduler(draw)
  addEventListener('pointerdown', ({ isPrimary, button }) => isPrimary && button === 0 && holdFor(longestPressMs), true)
  addEventListener('pointerup', ({ isPrimary }) => isPrimary && press !== null && holdFor(clickWithinMs), true)
  // The finger scrolls: there will be no click.
  addEventListener('pointercancel', letGo, true)
  // What is drawn comes after whoever listens to the click.
  addEventListener('click', letGo, true)
}
