import { MAX_FILE_BYTES } from '@commonweal/domain/files/media-types'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { ProblemError } from '../http/problem-error.ts'
import { FileTooLarge, type FileStore, type StagedFile } from './file-store.ts'

/** The body of an upload: the bytes lie on the disk. As JSON it is what they are, so that a repeat is known by its content. */
export class ReceivedFile {
  readonly staged: StagedFile

  constructor(staged: StagedFile) {
    this.staged = staged
  }

  toJSON(): object {
    return { sha256: this.staged.sha256, sizeBytes: this.staged.sizeBytes }
  }
}

/** How much a request says will come; null where it does not say. */
export function announcedBytes(request: FastifyRequest): number | null {
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  return Number.isSafeInteger(length) ? length : null
}

/** Teaches one part of the api to take bytes as they come, and to let go of them with the request unless they were kept. */
export function receiveFiles(app: FastifyInstance, store: FileStore): void {
  const tooLarge = () => new ProblemError('file-too-large', { largestBytes: MAX_FILE_BYTES })
  app.addContentTypeParser('application/octet-stream', async (request: FastifyRequest, payload: IncomingMessage) => {
    if ((announcedBytes(request) ?? 0) > MAX_FILE_BYTES) throw tooLarge()
    try {
      return new ReceivedFile(await store.stage(payload, MAX_FILE_BYTES))
    } catch (error) {
      if (error instanceof FileTooLarge) throw tooLarge()
      // Whoever sends broke off.
      if (payload.readableAborted || payload.errored) throw new ProblemError('request-not-valid')
      throw error
    }
  })
  app.addHook('onSend', async (request) => {
    if (request.body instanceof ReceivedFile) await request.body.staged.discard()
  })
}
