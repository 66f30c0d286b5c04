/**
 * The part of the way to a line that is behind: 0 at the beginning, 1 at the line, beyond it ever closer to 2, so that of two values
 * past a line the farther one still weighs more.
 */
export function progress(part: number): number {
  if (!(part > 0)) return 0
  return part <= 1 ? part : 2 - 1 / part
}
