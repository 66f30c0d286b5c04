import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../http/problem-error.ts'

const triesAfterFailure = 2
/** Long enough for the parts of one page to share an answer; a page that is opened shows what others did meanwhile. */
const sharedForMs = 1_000

/** The one cache of server answers. A refusal is an answer and is not asked again; a silent server is. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: sharedForMs,
        retry: (failures, error) =>
          failures < triesAfterFailure && !(error instanceof ProblemError && error.status < 500),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
