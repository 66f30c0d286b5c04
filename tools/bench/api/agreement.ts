import type { Case } from './cases.ts'
import type { Tenant } from './generate.ts'
import type { Ask } from './load.ts'
import type { Verdict } from './main.ts'

/**
 * Whether both sides give the same answer, byte for byte, before they are measured. Left out are only what each makes
 * for itself: the cursor of a page, and of a booking just made its id and its ten minutes.
 */
export async function agreement(
  product: string,
  floor: string,
  tenants: readonly Tenant[],
  asked: readonly Case[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const each of asked) {
    let differs: string | null = null
    for (const tenant of tenants) {
      const [ours, theirs] = [await answer(product, each.product(tenant)), await answer(floor, each.floor(tenant))]
      if (ours !== theirs) differs = `\n    product ${ours.slice(0, 600)}\n    floor   ${theirs.slice(0, 600)}`
    }
    verdicts.push({
      text: `${each.name}: ${differs === null ? 'both answer the same' : `the answers differ${differs}`}`,
      isMet: differs === null,
    })
  }
  return verdicts
}

async function answer(address: string, { method, path, token, body }: Ask): Promise<string> {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const own = method === 'POST' ? /"(id|startsAt|endsAt)":"[^"]*",?/ : /"nextCursor":"[^"]*"/
  const same = method === 'POST' ? text.replaceAll(new RegExp(own, 'g'), '') : text.replace(own, '')
  return `${response.status} ${same}`
}
