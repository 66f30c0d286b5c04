import type { AnswerOf, CallOf, RouteSpec } from '@commonweal/contracts/route'
import { answerAhead } from './ahead.ts'
import { ProblemError } from './problem-error.ts'
import { send, type Parts } from './send.ts'
import { currentToken, keepToken, renewToken } from './token.ts'

/** Calls a route of the contract: typed parts in, typed answer out, a refusal thrown as `ProblemError`. */
export async function call<const Spec extends RouteSpec>(
  route: Spec,
  parts: CallOf<Spec>,
  signal?: AbortSignal,
): Promise<AnswerOf<Spec>> {
  const ahead = await answerAhead(route, parts)
  if (ahead) return ahead as AnswerOf<Spec>
  const response = await withSession(route, parts, signal)
  const isBare = (route as RouteSpec).success[response.status] === null
  return (isBare ? undefined : await response.json()) as AnswerOf<Spec>
}

/** Calls a route that answers with a file. */
export async function callForFile<const Spec extends RouteSpec & { readonly stream: string }>(
  route: Spec,
  parts: CallOf<Spec>,
  signal?: AbortSignal,
): Promise<Blob> {
  const response = await withSession(route, parts, signal)
  return response.blob()
}

async function withSession(route: RouteSpec, parts: Parts, signal?: AbortSignal): Promise<Response> {
  if (route.access === 'public') return send(route, parts, null, signal)
  const token = currentToken() ?? (await renewToken())
  try {
    return await send(route, parts, token, signal)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    if (currentToken() === token) keepToken(null)
    return send(route, parts, currentToken() ?? (await renewToken()), signal)
  }
}
