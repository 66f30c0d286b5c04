import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { beginAs } from '../support/people.ts'
import { test } from '../support/visits.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'commonweal-exchange-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('everything is taken out as a zip, and bringing it in again would change nothing', async ({ page }) => {
  await beginAs(page, 'steward')
  await page.goto('/c/lindenmark/exchange')
  const zip = await exportTo(page, path.join(folder, 'lindenmark.zip'))

  await choose(page, zip)
  await page.getByRole('button', { name: 'Check without changing anything' }).click()
  await page.getByText('The check found no fault, and nothing that is not here already.').waitFor({ timeout: 30_000 })
  expect(await page.getByRole('alert').count()).toBe(0)

  const address = page.url()
  await page.reload()
  await page.getByText('The check found no fault, and nothing that is not here already.').waitFor()
  expect(page.url()).toBe(address)
})

test('a file that is no package is refused in words, and nothing is imported', async ({ page }) => {
  await beginAs(page, 'steward')
  await page.goto('/c/lindenmark/exchange')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a zip' }).click(),
  ])
  await chooser.setFiles({ name: 'letter.zip', mimeType: 'application/zip', buffer: Buffer.from('Dear neighbours') })
  await page.getByRole('button', { name: 'Check without changing anything' }).click()
  await page.getByRole('alert').getByText('This is not a community package.').waitFor()
})

test('who is no steward is not led to import and export', async ({ page }) => {
  await beginAs(page, 'coordinator')
  await page.goto('/c/lindenmark/exchange')
  await page.getByText('This page is for other roles').waitFor()
  expect(await page.getByRole('link', { name: 'Import & export' }).count()).toBe(0)
})

async function exportTo(page: Page, file: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^lindenmark-\d{4}-\d\d-\d\d\.zip$/)
  await download.saveAs(file)
  return file
}

async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a zip' }).click(),
  ])
  await chooser.setFiles(file)
}
