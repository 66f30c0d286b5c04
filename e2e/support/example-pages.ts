import type { Page } from 'playwright-core'
import type { DemoApi } from './demo-api.ts'
import { exampleOf } from '../../tools/testing/example-addresses.ts'
import { settled } from './settled.ts'

/** Whether a route is looked at by somebody who has not signed in: who has is led away from it. */
export const isOutside = (route: string) => route === '/sign-in'

/** Opens a route's example. A route that leads on has no page of its own: where it leads is another route. */
export async function openExample(
  page: Page,
  api: DemoApi,
  route: string,
  search: Readonly<Record<string, string>> = {},
): Promise<'stays' | 'leads on'> {
  const example = await exampleOf(api, route)
  await page.goto(`${example.path}?${new URLSearchParams({ ...example.search, ...search })}`)
  await settled(page)
  return new URL(page.url()).pathname === example.path ? 'stays' : 'leads on'
}
