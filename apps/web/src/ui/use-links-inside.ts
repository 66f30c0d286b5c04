import { useRouter } from '@tanstack/react-router'
import { useRef, type MouseEvent, type SyntheticEvent } from 'react'

/**
 * What a link of the router does, for all links of the page inside an element: a plain click stays in the page, any other
 * is the browser's; the page a link leads to is fetched when the pointer or the focus comes near.
 */
export function useLinksInside() {
  const router = useRouter()
  const near = useRef<string | null>(null)

  const approach = (event: SyntheticEvent) => {
    const to = linkOf(event)?.pathname ?? null
    if (to && to !== near.current) router.preloadRoute({ to }).catch(() => undefined)
    near.current = to
  }

  return {
    onClick: (event: MouseEvent) => {
      const href = linkOf(event)?.getAttribute('href')
      const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.altKey || event.shiftKey)
      if (!href || !isPlain || event.defaultPrevented) return
      event.preventDefault()
      void router.navigate({ href })
    },
    onMouseOver: approach,
    onFocus: approach,
    onTouchStart: approach,
  }
}

/** The link to a page of ours that the event happened in; one inside that listens for itself has prevented it. */
function linkOf({ target }: SyntheticEvent): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a') : null
  return link && !link.target && link.getAttribute('href')?.startsWith('/c/') ? link : null
}
