import { chromium } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import '../../tools/testing/provided.ts'
import { watchForFaults } from './watch-for-faults.ts'

test('a refused style, an exception and a missing file are faults; a refusal by the API is none', async () => {
  const browser = await chromium.launch({ executablePath: inject('browserPath'), args: inject('browserArgs') })
  try {
    const context = await browser.newContext({ baseURL: inject('baseUrl') })
    const faults = watchForFaults(context)
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate(() => fetch('/api/v1/me').then(({ status }) => status))).toBe(401)
    expect(faults).toEqual([])

    await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<style>p { color: red }</style>')
      setTimeout(() => {
        throw new Error('on purpose')
      })
      await fetch('/assets/not-there.js')
    })
    const kinds = ['style-src', 'on purpose', 'not-there.js']
    await expect.poll(() => kinds.filter((kind) => faults.some((fault) => fault.includes(kind)))).toEqual(kinds)
  } finally {
    await browser.close()
  }
})
