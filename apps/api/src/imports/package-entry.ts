export interface PackageEntry {
  readonly name: string
  readonly bytes: Buffer
}

/** Everything a package may take unzipped; a hostile archive says less than it holds. */
export const MAX_PACKAGE_BYTES = 200 * 1024 * 1024
export const MAX_ENTRIES = 200
/** Everything the files beside the tables may take, and how many they may be. */
export const MAX_BYTES_OF_FILES = 4 * 1024 * 1024 * 1024
export const MAX_FILES_BESIDE = 20_000

/** What cannot be opened as a package at all, in words of a code. */
export class PackageNotReadable extends Error {
  readonly code: string
  constructor(code: string, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`)
    this.code = code
  }
}

/** Files that systems leave behind; nobody means them. */
export function isLeftBehind(name: string): boolean {
  return name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part === 'Thumbs.db')
}
