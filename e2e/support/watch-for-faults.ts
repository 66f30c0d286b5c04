import type { BrowserContext, ConsoleMessage, Page, Response } from 'playwright-core'

/**
 * Collects what no page of ours may cause: an exception nobody caught, an error in the console (a refused style or
 * script is one), an answer of 500 or more, a file of ours that is missing. A refusal by the API is an answer.
 */
export function watchForFaults(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(exception(error.error())))
  context.on('console', (message) => faults.push(...faultsIn(message)))
  context.on('response', (response) => faults.push(...faultsOf(response)))
  return faults
}

/** The same of one page, where others share its context. */
export function watchPage(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(exception(error)))
  page.on('console', (message) => faults.push(...faultsIn(message)))
  page.on('response', (response) => faults.push(...faultsOf(response)))
  return faults
}

const exception = (error: Error) => `exception: ${error.stack ?? String(error)}`

function faultsIn(message: ConsoleMessage): string[] {
  return message.type() === 'error' && !isAnswerOfApi(message) ? [`console: ${message.text()}`] : []
}

function faultsOf(response: Response): string[] {
  const isFault = response.status() >= (response.url().includes('/api/') ? 500 : 400)
  return isFault ? [`answer ${response.status()}: ${response.request().method()} ${response.url()}`] : []
}

/** The browser writes every answer of 400 or more into the console; those of the API are judged by their status. */
function isAnswerOfApi(message: ConsoleMessage): boolean {
  return message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')
}
