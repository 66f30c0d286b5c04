import type { BrowserContext, ConsoleMessage, Response } from 'playwright-core'

/**
 * Collects what no page of ours may cause: an exception nobody caught, an error in the console (a refused style or
 * script is one), an answer of 500 or more, a file of ours that is missing. A refusal by the API is an answer.
 */
export function watchForFaults(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(`exception: ${error.error().stack ?? String(error.error())}`))
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAnswerOfApi(message)) faults.push(`console: ${message.text()}`)
  })
  context.on('response', (response) => {
    if (isFault(response)) faults.push(`answer ${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  return faults
}

/** The browser writes every answer of 400 or more into the console; those of the API are judged by their status. */
function isAnswerOfApi(message: ConsoleMessage): boolean {
  return message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')
}

function isFault(response: Response): boolean {
  return response.status() >= (response.url().includes('/api/') ? 500 : 400)
}
