import { routes } from '../../tools/testing/example-addresses.ts'
import { isOutside, openExample } from '../support/example-pages.ts'
import { test } from '../support/tours.ts'

/** `boot.js` asks for the list of an address before anybody knows the role; the people are the one list a viewer may not read. */
const isAskedAhead = (route: string) => /^\/c\/\$slug\/people\/?$/.test(route)

// A refused question is a fault the browser reports.
for (const route of routes().filter((one) => !isOutside(one) && !isAskedAhead(one))) {
  test.concurrent(`${route} asks nothing that a viewer may not know, or says that it is for other roles`, async ({
    viewers,
    steward,
    expect,
  }) => {
    await openExample(viewers, steward, route)
    expect(await viewers.getByRole('heading', { level: 1 }).count()).toBe(1)
  })
}
