import type { AnswerOf, CallOf, RouteSpec } from '@commonweal/contracts/route'
import { earlyAnswer, earlyAnswerThere } from './early.ts'
import { actsFor } from './on-behalf.ts'
import { urlOf, type Parts } from './send.ts'

interface FirstPages<Page> {
  readonly pages: Page[]
  readonly pageParams: null[]
}

/** The answer to a call that was asked for before the scripts were there; null when it has to be asked for now. */
export async function answerAhead(route: RouteSpec, parts: Parts): Promise<unknown> {
  return mayBeAhead(route, parts) ? earlyAnswer(urlOf(route, parts)) : null
}

/** The first page of a list that has come already: the list then begins with its rows. */
export function pagesAhead<const Spec extends RouteSpec>(
  route: Spec,
  parts: CallOf<Spec>,
): FirstPages<AnswerOf<Spec>> | undefined {
  const page = mayBeAhead(route, parts) ? earlyAnswerThere(urlOf(route, parts as Parts)) : null
  return page ? { pages: [page as AnswerOf<Spec>], pageParams: [null] } : undefined
}

// What is asked for ahead is asked as oneself.
function mayBeAhead({ method, access }: RouteSpec, { params }: Parts): boolean {
  return method === 'GET' && access !== 'public' && !actsFor(params?.['communityId'])
}
