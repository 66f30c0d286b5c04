/** Where a key leads from a position among months 0..last; null for other keys. Later lies towards the end of the line. */
export function positionAfterKey(key: string, position: number, last: number, isRightToLeft: boolean): number | null {
  const step = stepOf(key, isRightToLeft)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return step === null ? null : Math.min(last, Math.max(0, position + step))
}

function stepOf(key: string, isRightToLeft: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
      return isRightToLeft ? -1 : 1
    case 'ArrowLeft':
      return isRightToLeft ? 1 : -1
    case 'ArrowUp':
      return 1
    case 'ArrowDown':
      return -1
    case 'PageUp':
      return 12
    case 'PageDown':
      return -12
    default:
      return null
  }
}
