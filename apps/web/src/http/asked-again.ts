import { NoAnswerError } from './problem-error.ts'

/**
 * After a change everything it touched is asked for again, and whoever made it waits for that. Where the server did not
 * answer they read so at once: asking again would not be answered either, and takes its tries.
 */
export const askedAgain = (refresh: () => Promise<unknown>) => (_answer: unknown, error: unknown) => {
  const again = refresh()
  return error instanceof NoAnswerError ? undefined : again
}
