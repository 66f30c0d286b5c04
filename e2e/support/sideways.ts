import type { Page } from 'playwright-core'

/** What makes the page wider than the window; empty when nobody has to scroll sideways. */
export function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter((node) => {
      const { left, right, width } = node.getBoundingClientRect()
      return width > 1 && (right > clientWidth + 1 || left < -1)
    })
    return [`${scrollWidth} px in ${clientWidth}`, ...wide.slice(0, 5).map((node) => node.outerHTML.slice(0, 160))]
  })
}
