import { expect, inject } from 'vitest'
import { atHome, beginAs, personOf, signInAs, typeSignIn } from '../support/people.ts'
import { test } from '../support/visits.ts'

test('each demo person signs in by the button with their name and sees who they are', async ({ visit }) => {
  for (const { role, name } of inject('signIns')) {
    const { page } = await visit()
    await signInAs(page, role as 'steward')
    const account = page.getByRole('region', { name: 'My account' })
    expect((await account.innerText()).toLowerCase()).toContain(`${name}\n`.toLowerCase())
    expect((await account.innerText()).toLowerCase()).toContain(role)
  }
})

test('who types e-mail and password arrives at the page they asked for', async ({ page }) => {
  const { email, password } = personOf('coordinator')
  await page.goto('/c/lindenmark/partners?sector=health')
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await typeSignIn(page, email, password)
  await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor()
  expect(new URL(page.url()).search).toBe('?sector=health')
})

test('a wrong password is refused in words, and the e-mail stays typed', async ({ page }) => {
  const { email } = personOf('steward')
  await page.goto('/sign-in')
  await typeSignIn(page, email, 'not the password')
  await page.getByRole('alert').getByText('E-mail or password is not right.').waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
})

test('a session survives a reload', async ({ page }) => {
  await signInAs(page, 'member')
  await page.reload()
  await atHome(page)
  await page.getByRole('region', { name: 'My account' }).getByText(personOf('member').name).waitFor()
})

test('signing out in one tab signs out the other', async ({ visit }) => {
  const { page: first, openTab } = await visit()
  await signInAs(first, 'member')
  const second = await openTab()
  await second.goto('/c/lindenmark/partners')
  await second.getByRole('heading', { level: 1, name: 'Partners' }).waitFor()

  await first.getByRole('button', { name: 'Sign out' }).click()
  await first.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await second.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()

  await second.goto('/c/lindenmark/partners')
  await second.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})

test('a session that ends while somebody types asks again over the page, and nothing typed is lost', async ({
  page,
}) => {
  await beginAs(page, 'steward')
  await page.goto('/c/lindenmark/partners/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half a name')
  await page.getByLabel('Sector').selectOption('Culture')
  // What an operator does to every session at once: neither the cookie nor the token in memory counts any more.
  await page.context().clearCookies()
  await page.route('**/api/v1/communities/*/partners', (route) =>
    route.request().headers()['authorization']?.endsWith('.ended')
      ? route.continue()
      : route.fulfill({
          status: 401,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'Session ended',
            status: 401,
            code: 'session-ended',
            facts: {},
          }),
        }),
  )
  await page.getByRole('button', { name: 'Add partner' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await dialog.waitFor()
  await page.unroute('**/api/v1/communities/*/partners')
  await dialog.getByRole('button', { name: personOf('steward').name }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Half a name')
})
