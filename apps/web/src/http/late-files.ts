import { NoAnswerError } from './problem-error.ts'

declare global {
  /** Called with the addresses of the files of a part before its code runs; see `build/files-before-code.ts`. */
  var commonwealFetchFirst: ((files: readonly string[]) => Promise<unknown>) | undefined
}

/** A part can not be had by the page as it is open: it went with an older version, or the browser keeps that it failed. */
export class OutdatedPageError extends Error {
  override readonly name = 'OutdatedPageError'
}

/**
 * The code of a part, which `load` imports at once when called. Where it can not be had, the error says what helps: trying again after a
 * `NoAnswerError`, only loading the page again after an `OutdatedPageError`.
 */
export async function loadLate<Part>(load: () => Promise<Part>): Promise<Part> {
  globalThis.commonwealFetchFirst = fetchFirst
  const part = load()
  globalThis.commonwealFetchFirst = undefined
  try {
    return await part
  } catch (error) {
    if (error instanceof NoAnswerError || error instanceof OutdatedPageError) throw error
    // What has no files besides its own is imported at once; Chromium and Firefox name the address in the message.
    const [file] = /https?:\S+/.exec(String(error)) ?? []
    if (file) await fetchFile(file)
    throw new OutdatedPageError('Not loaded', { cause: error })
  }
}

const here = new Set<string>()

function fetchFirst(files: readonly string[]): Promise<unknown> {
  const missing = files.filter((file) => !here.has(file) && !document.querySelector(`link[href$="${file}"]`))
  return Promise.all(missing.map(fetchFile))
}

/** Read to its end, a file is kept for a year: running it does not fetch it a second time. */
async function fetchFile(file: string): Promise<void> {
  let status
  try {
    const answer = await fetch(file)
    await answer.arrayBuffer()
    status = answer.status
  } catch (error) {
    throw new NoAnswerError(error)
  }
  if (status >= 500) throw new NoAnswerError(status)
  if (status >= 400) throw new OutdatedPageError(String(status))
  here.add(file)
}
