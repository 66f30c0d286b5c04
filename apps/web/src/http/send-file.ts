import type { AnswerOf, ParamsOf, QueryOf, RouteSpec } from '@commonweal/contracts/route'
import type { Problem } from '@commonweal/contracts/problem'
import { NoAnswerError, ProblemError } from './problem-error.ts'
import { forgetRepeatKey } from './repeat-key.ts'
import { headersOf, urlOf } from './send.ts'
import { currentToken, keepToken, renewToken } from './token.ts'

interface Sending<Spec extends RouteSpec> {
  readonly params: ParamsOf<Spec>
  readonly query: QueryOf<Spec>
  readonly file: File
  /** How much is sent, 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/**
 * Sends a file as it is and tells how far it is, which `fetch` cannot tell. A file that is sent again because no answer
 * came is received once.
 */
export async function sendFile<const Spec extends RouteSpec & { readonly bytes: string }>(
  route: Spec,
  sending: Sending<Spec>,
): Promise<AnswerOf<Spec>> {
  const token = currentToken() ?? (await renewToken())
  try {
    return await attempt(route, sending, token)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    if (currentToken() === token) keepToken(null)
    return attempt(route, sending, currentToken() ?? (await renewToken()))
  }
}

function attempt<const Spec extends RouteSpec & { readonly bytes: string }>(
  route: Spec,
  { params, query, file, onProgress, signal }: Sending<Spec>,
  token: string,
): Promise<AnswerOf<Spec>> {
  const parts = { params: params as Record<string, string>, query: query as Record<string, string>, body: file }
  const url = urlOf(route, parts)
  const repeatable = `${url} ${file.size} ${file.lastModified}`
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(route.method, url)
    headersOf(route, parts, token, repeatable).forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      forgetRepeatKey(repeatable)
      const answer = readJson(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(answer as AnswerOf<Spec>)
      else if (isProblem(answer)) reject(new ProblemError(answer))
      else reject(new NoAnswerError(request.status))
    })
    request.addEventListener('error', () => reject(new NoAnswerError('connection')))
    request.addEventListener('abort', () => reject(new DOMException('left out', 'AbortError')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer
}
