import type { Readable } from 'node:stream'

/** The bytes of a file on the server's disk, received whole and not yet kept. */
export interface StagedFile {
  readonly path: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Lets it go, where it was not kept. */
  readonly discard: () => Promise<void>
}

/**
 * Where the bytes of files lie: of each community its own, under the hash of what they are. The one interface between the
 * product and a place to keep files; rows decide what is needed, the store only keeps and gives.
 */
export interface FileStore {
  /** Receives bytes, hashing them on the way. Throws FileTooLarge beyond the limit; a source that fails leaves nothing. */
  readonly stage: (source: AsyncIterable<Buffer>, limitBytes: number) => Promise<StagedFile>
  /** Keeps a staged file for a community, durably; keeping the same bytes again changes nothing. */
  readonly keep: (communityId: string, staged: StagedFile) => Promise<void>
  /** The bytes, or null where they are not kept. */
  readonly open: (communityId: string, sha256: string) => Promise<Readable | null>
  readonly has: (communityId: string, sha256: string) => Promise<boolean>
  readonly remove: (communityId: string, sha256: string) => Promise<void>
  readonly listCommunities: () => Promise<string[]>
  readonly listHashes: (communityId: string) => Promise<string[]>
  /** Lets go of what was staged before and never kept, by processes that ended. */
  readonly discardStagedBefore: (instant: Date) => Promise<void>
}

export class FileTooLarge extends Error {}
