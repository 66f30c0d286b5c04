import type { Locator, Page } from 'playwright-core'
import { settled } from './settled.ts'
import { expect, vi } from 'vitest'

/** A way to use the product: the same story is told by different hands. */
export interface Hand {
  readonly page: Page
  /** Sets a button or link to work. */
  readonly press: (target: Locator) => Promise<void>
  /** Writes into a field, in place of what it holds. */
  readonly write: (field: Locator, text: string) => Promise<void>
  /** Chooses an option of a closed list by what it says. */
  readonly choose: (list: Locator, option: string) => Promise<void>
  /** Says a day, `YYYY-MM-DD`. */
  readonly date: (field: Locator, day: string) => Promise<void>
  /** Goes to a part of the community by its navigation. */
  readonly goTo: (part: string) => Promise<void>
  /** Finds a thing by the search of the community. */
  readonly find: (name: string) => Promise<void>
  /** Finds an organisation in a field that offers what fits the letters typed. */
  readonly pick: (field: Locator, name: string) => Promise<void>
  /** Chooses an hour in the week of a space: from a free field to the one after. */
  readonly chooseHour: (grid: Locator, from: Locator, to: Locator) => Promise<void>
}

/** Keys and nothing else: no pointer of any kind, and every stop on the way shows where one is. */
export function keyboardHand(page: Page): Hand {
  const { keyboard } = page
  const press = async (target: Locator) => {
    await walkTo(page, target)
    await keyboard.press('Enter')
  }
  const write = async (field: Locator, text: string) => {
    await walkTo(page, field)
    await keyboard.press('ControlOrMeta+A')
    await keyboard.insertText(text)
  }
  return {
    page,
    press,
    write,
    choose: async (list, option) => {
      await walkTo(page, list)
      // A closed list takes the letters of what is wanted.
      await keyboard.type(option)
      await until(async () => (await chosenIn(list)) === option)
    },
    date: async (field, day) => {
      await walkTo(page, field)
      const [year = '', month = '', date = ''] = day.split('-')
      // Month first or day first, as the browser's own language has it: one looks, and types it again.
      await keyboard.type(`${month}${date}${year}`)
      if ((await field.inputValue()) !== day) {
        await keyboard.press('ArrowLeft')
        await keyboard.press('ArrowLeft')
        await keyboard.type(`${date}${month}${year}`)
      }
      await until(async () => (await field.inputValue()) === day)
    },
    goTo: async (part) => {
      await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: part, exact: true }))
      await page.getByRole('heading', { level: 1, name: part }).waitFor()
    },
    find: async (name) => {
      await keyboard.press('Control+K')
      const dialog = page.getByRole('dialog', { name: 'Search' })
      await expectFocusOn(dialog.getByRole('combobox'))
      await keyboard.insertText(name)
      await dialog.getByRole('option', { name, selected: true }).waitFor()
      await keyboard.press('Enter')
      await expectFocusOn(page.getByRole('heading', { level: 1, name, exact: true }))
    },
    pick: async (field, name) => {
      await write(field, name)
      await page.getByRole('option', { name }).first().waitFor()
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      await until(async () => (await field.inputValue()) === name)
    },
    chooseHour: async (grid, from) => {
      await walkTo(page, grid.locator('[role="gridcell"][tabindex="0"]'))
      // Down the day; where it is full, on to the next.
      for (let step = 0; step < 200 && !(await hasFocus(from)); step += 1) {
        const [here, there] = await Promise.all([placeOf(page.locator(':focus')), placeOf(from)])
        if (here.day !== there.day) await keyboard.press(here.day < there.day ? 'ArrowRight' : 'ArrowLeft')
        else await keyboard.press(here.slot < there.slot ? 'ArrowDown' : 'ArrowUp')
      }
      await expectFocusOn(from)
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Enter')
    },
  }
}

/** A finger on a screen: taps, and the keys of the screen. */
export function touchHand(page: Page): Hand {
  const write = async (field: Locator, text: string) => {
    await field.tap()
    await field.fill('')
    await page.keyboard.insertText(text)
  }
  const inMenu = async (target: Locator) => {
    const menu = page.getByRole('button', { name: 'Menu', exact: true })
    if (!(await target.isVisible())) await menu.tap()
    await target.tap()
  }
  return {
    page,
    // One taps what rests: what moves under the finger takes the tap away.
    press: async (target) => {
      await settled(page)
      await target.tap()
    },
    write,
    choose: async (list, option) => {
      await list.tap()
      await list.selectOption({ label: option })
    },
    date: async (field, day) => {
      await field.tap()
      await field.fill(day)
    },
    goTo: async (part) => {
      await inMenu(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: part, exact: true }))
      await page.getByRole('heading', { level: 1, name: part }).waitFor()
    },
    find: async (name) => {
      await inMenu(page.getByRole('button', { name: 'Search', exact: true }))
      const dialog = page.getByRole('dialog', { name: 'Search' })
      await write(dialog.getByRole('combobox'), name)
      await dialog.getByRole('option', { name }).first().tap()
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    },
    pick: async (field, name) => {
      await write(field, name)
      await page.getByRole('option', { name }).first().tap()
    },
    chooseHour: async (grid, from, to) => {
      await from.tap()
      await to.tap()
      await grid
        .page()
        .getByRole('button', { name: /^Book / })
        .tap()
    },
  }
}

/**
 * Presses Tab, or Shift and Tab where the target lies before, until it has the focus. Every stop on the way must be
 * visible to the eye.
 */
export async function walkTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < 90; press += 1) {
    const where = await target.evaluate(whereIs)
    if (where === 'here') return
    await page.keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab')
    expect(await page.evaluate(unmarkedFocus), 'an element has the focus and does not show it').toBeNull()
  }
  throw new Error(`ninety presses of Tab do not lead to ${target.toString()}`)
}

export const hasFocus = (target: Locator) => target.evaluate((node) => node === document.activeElement)

export async function expectFocusOn(target: Locator): Promise<void> {
  await target.waitFor()
  await until(() => hasFocus(target))
}

/** Where a target lies, seen from the element with the focus. */
function whereIs(target: Element): 'here' | 'before' | 'after' {
  const from = document.activeElement
  if (from === target) return 'here'
  if (!from || from === document.body) return 'after'
  return from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after'
}

const chosenIn = (list: Locator) =>
  list.evaluate((node) => (node instanceof HTMLSelectElement ? (node.selectedOptions[0]?.label ?? '') : ''))

async function placeOf(cell: Locator): Promise<{ day: number; slot: number }> {
  const [day = Number.NaN, slot = Number.NaN] = ((await cell.getAttribute('data-place')) ?? '').split('-').map(Number)
  return { day, slot }
}

/** The element with the focus when neither it nor what wraps or follows it changes its look by having the focus. */
function unmarkedFocus(): string | null {
  const stop = document.activeElement
  if (!(stop instanceof HTMLElement) || stop === document.body) return null
  // No press of Tab leads there: a page that has just arrived gives the focus to its heading, for who hears it.
  if (stop.tabIndex < 0) return null
  // Several stops within one element, as a date has them, are one to the eye.
  const memory = globalThis as { lastStop?: Element }
  if (memory.lastStop === stop) return null
  memory.lastStop = stop
  const around = [stop, stop.parentElement, stop.nextElementSibling].filter((one) => one !== null)
  const look = () => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish()
    return around.map((one) => {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one)
      return [outline, boxShadow, borderColor, backgroundColor].join()
    })
  }
  const marked = look().join()
  stop.blur()
  const plain = look().join()
  stop.focus({ preventScroll: true })
  return marked === plain ? stop.outerHTML.slice(0, 200) : null
}

/** Waits for what is to become true. Not `expect.poll`: tests that run side by side have an `expect` of their own. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 10_000 })
}
