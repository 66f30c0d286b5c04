import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { DemoApi } from '../support/demo-api.ts'
import { routes } from '../../tools/testing/example-addresses.ts'
import { isOutside, openExample } from '../support/example-pages.ts'
import { unfold } from '../support/settled.ts'
import { sidewaysOf } from '../support/sideways.ts'
import { test } from '../support/tours.ts'

for (const route of routes()) {
  const title = `${route} takes every word from the catalogue and holds from right to left`
  if (isOutside(route)) test(title, async ({ outside, steward }) => look(outside, steward, route))
  else test.concurrent(title, async ({ view, steward }) => look(view, steward, route))
}

async function look(page: Page, steward: DemoApi, route: string): Promise<void> {
  if ((await openExample(page, steward, route, { lang: 'x-mirror' })) === 'leads on') return
  await unfold(page)
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(await wordsOutsideCatalogue(page)).toEqual([])
  expect(await sidewaysOf(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await sidewaysOf(page)).toEqual([])
}

/**
 * Words that are neither a sentence of the catalogue, which the mirror puts in brackets, nor marked as something else:
 * `bdi`, `dir="auto"`, a field and an option with an id for its value hold what people wrote, `time` and `data` what Intl wrote. A day
 * or month that stands alone a scheme of addresses and a key of the keyboard are no words.
 */
function wordsOutsideCatalogue(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const marked = 'bdi, [dir="auto"], time, data, textarea, noscript, option[value*="-7"]'
    const isShown = (node: Element) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const isOutside = (text: string) => {
      // A key of the keyboard; the unit a sum is counted in, beside its sentence; a zone by the name it has everywhere.
      let rest = text
        .replace(/[\u2068\u2069]/g, '')
        .trim()
        .replace(/\((Ctrl|⌘) \w\)/, '')
        .replace(/^(\[.*\]) \([^()]*\)$/, '$1')
        .replace(/^[A-Z]\w+\/\w+ \([^()]*\)$/, '')
      while (/\[[^[\]]*\]/.test(rest)) rest = rest.replace(/\[[^[\]]*\]/g, '')
      const isOfIntl =
        /^((\d{1,2} )?\p{L}{3,9} \d{4}|\p{L}{3} \d{1,2} \p{L}{3,4}|\d{1,2}( \p{L}{3,4})?( \d{4})? – \d{1,2} \p{L}{3,4} \d{4}|[A-Z]{3}|https?:\/\/)$/u
      return /\p{L}{2,}/u.test(rest) && !isOfIntl.test(rest)
    }
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: parent, data } = texts.currentNode as Text
      if (!parent || parent.closest(marked) || !isOutside(data) || !isShown(parent)) continue
      found.push(`text “${data.trim()}” in ${parent.outerHTML.slice(0, 120)}`)
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
      for (const node of document.querySelectorAll(`[${name}]`)) {
        const value = node.getAttribute(name) ?? ''
        if (isOutside(value) && isShown(node)) found.push(`${name} “${value}” in ${node.outerHTML.slice(0, 120)}`)
      }
    }
    if (isOutside(document.title)) found.push(`title of the page “${document.title}”`)
    return [...new Set(found)]
  })
}
