import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import type { SignIn } from '../../tools/testing/provided.ts'

export type Role = 'steward' | 'coordinator' | 'member' | 'viewer'

/** The demo person of a role. */
export function personOf(role: Role): SignIn {
  const person = inject('signIns').find((one) => one.role === role)
  if (!person) throw new Error(`the demo community has no ${role}`)
  return person
}

/** Signs in as people do who look around: by the button with the person's name. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: personOf(role).name }).click()
  await atHome(page)
}

/** Signs in by typing, from whatever page asks for it. */
export async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Lays the session into the cookies without the sign-in page, for tests of what comes after it. */
export async function beginAs(page: Page, role: Role): Promise<void> {
  const answer = await page.request.post('/api/v1/demo/session', { data: { role } })
  if (!answer.ok()) throw new Error(`no session as ${role}: ${answer.status()} ${await answer.text()}`)
}

/** The home of a person with one community is that community's first page. */
export async function atHome(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
}
