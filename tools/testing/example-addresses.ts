import { readFileSync } from 'node:fs'
import path from 'node:path'

const routeTree = path.resolve(import.meta.dirname, '../../apps/web/src/routeTree.gen.ts')

/** Every route a person can be at, as the router's own tree says. */
export function routes(): string[] {
  const tree = readFileSync(routeTree, 'utf8')
  const [, block = ''] = /interface FileRoutesByTo \{\n(.*?)\n\}/s.exec(tree) ?? []
  const found = [...block.matchAll(/^ {2}'([^']+)':/gm)].map(([, route]) => route ?? '')
  if (found.length === 0) throw new Error(`${routeTree} has no FileRoutesByTo any more`)
  return found
}

/** What an example asks of the demo community: its name in addresses, and its lists. */
export interface ExampleSource {
  readonly slug: string
  readonly ask: <Answer>(path: string) => Promise<Answer>
}

interface Row {
  readonly id: string
}

const first = (list: string) => async (source: ExampleSource) => {
  const { items } = await source.ask<{ items: readonly Row[] }>(list)
  if (!items[0]) throw new Error(`the demo has no ${list}`)
  return items[0].id
}

/** For each part of an address that names a thing: a thing of the demo that has much to show. */
const things: Readonly<Record<string, (source: ExampleSource) => Promise<string>>> = {
  slug: async ({ slug }) => slug,
  partnerId: first('partners?sort=-initiatives&limit=1'),
  initiativeId: first('initiatives?limit=1'),
  spaceId: first('spaces?limit=1'),
  bookingId: first('bookings?limit=1'),
  pledgeId: first('pledges?limit=1'),
  personId: first('people?limit=1'),
  flag: async () => 'funding-dependency',
}

/** Routes whose example needs more than its things: what follows the path. */
const searches: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Who is in one community only would be led on to it.
  '/': { all: '1' },
}

export interface ExampleAddress {
  readonly path: string
  readonly search: Readonly<Record<string, string>>
}

/** The address of a route's example; a route that names a thing unknown here throws, so that no page goes unseen. */
export async function exampleOf(source: ExampleSource, route: string): Promise<ExampleAddress> {
  let address = route
  for (const [part, name = ''] of route.matchAll(/\$(\w+)/g)) {
    const thing = things[name]
    if (!thing) throw new Error(`${route} has no example: say in example-addresses.ts which ${part} to look at`)
    address = address.replace(part, await thing(source))
  }
  return { path: address, search: searches[route] ?? {} }
}
