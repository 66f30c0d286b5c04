import { startTransition, useEffect, useState } from 'react'

let wasDrawn = false

/**
 * False while the first picture of the whole visit is drawn, true from the moment it is on screen: what stands at the edges waits for
 * that and keeps its room, so that what a page is about comes first. Later pages find it true.
 */
export function useIsDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(wasDrawn)
  useEffect(() => {
    if (isDrawn) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // The first frame holds the picture; the second begins once it was handed over.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          wasDrawn = true
          startTransition(() => setDrawn(true))
        })
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isDrawn])
  return isDrawn
}
