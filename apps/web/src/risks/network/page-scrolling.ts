/**
 * Leaves wheel and single finger to the page: a picture that takes them would catch everybody who scrolls past. Ctrl and the wheel,
 * and two fingers, belong to the picture; a tap arrives as a click. Answers with how to stop.
 */
export function keepPageScrolling(box: HTMLElement): () => void {
  let isPinching = false
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
  }
  const onTouch = (event: TouchEvent) => {
    if (event.touches.length > 1) isPinching = true
    if (!isPinching) event.stopPropagation()
    if (event.touches.length === 0) isPinching = false
  }
  const options = { capture: true, passive: true }
  const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const
  box.addEventListener('wheel', onWheel, options)
  for (const type of touches) box.addEventListener(type, onTouch, options)
  return () => {
    box.removeEventListener('wheel', onWheel, options)
    for (const type of touches) box.removeEventListener(type, onTouch, options)
  }
}
