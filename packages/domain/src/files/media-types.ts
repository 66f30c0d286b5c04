interface MediaType {
  readonly mediaType: string
  /** The first is the one a name gets that says something else. */
  readonly extensions: readonly string[]
  readonly isImage: boolean
}

/** What people may attach: documents and pictures that nothing executes. */
export const mediaTypeTable = [
  { mediaType: 'application/pdf', extensions: ['pdf'], isImage: false },
  { mediaType: 'image/png', extensions: ['png'], isImage: true },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], isImage: true },
  { mediaType: 'image/webp', extensions: ['webp'], isImage: true },
  { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], isImage: false },
  { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], isImage: false },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    isImage: false,
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    isImage: false,
  },
  { mediaType: 'text/plain', extensions: ['txt'], isImage: false },
  { mediaType: 'text/csv', extensions: ['csv'], isImage: false },
] as const satisfies readonly MediaType[]

export const mediaTypes = mediaTypeTable.map(({ mediaType }) => mediaType)
export type MediaTypeName = (typeof mediaTypeTable)[number]['mediaType']

/** Largest single file in bytes: a phone's photograph at its best, a long report with pictures. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Most files of one update. */
export const MAX_FILES = 12
export const MAX_ALT = 500
export const MAX_FILE_NAME = 120

export function isImageType(mediaType: string): boolean {
  return mediaTypeTable.some((one) => one.mediaType === mediaType && one.isImage)
}

/** The type a name claims by its ending, where it is one of ours. */
export function claimedType(name: string): MediaTypeName | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return mediaTypeTable.find(({ extensions }) => (extensions as readonly string[]).includes(ending))?.mediaType ?? null
}

const signatures: readonly (readonly [kind: Signature, bytes: readonly (number | null)[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
]

export type Signature = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/webp' | 'zip'

/**
 * What the first bytes of a file say it is; null where they say nothing of ours. Sources: ISO 32000-1 §7.5.2 (PDF),
 * W3C PNG §5.2, ITU-T T.81 §B.1 (JPEG), RFC 9649 (WebP), APPNOTE 6.3 §4.3.7 (ZIP).
 */
export function signatureOf(head: Uint8Array): Signature | null {
  const fits = (bytes: readonly (number | null)[]) =>
    head.length >= bytes.length && bytes.every((byte, at) => byte === null || head[at] === byte)
  return signatures.find(([, bytes]) => fits(bytes))?.[0] ?? null
}

/** The type of a document that is a zip, by the names of its parts and what its `mimetype` says; null for any other zip. */
export function zippedType(names: readonly string[], mimetype: string | null): MediaTypeName | null {
  // A document that carries programs is not one of those nothing executes.
  if (names.some((name) => /vbaProject|(^|\/)(Basic|Scripts)\//i.test(name))) return null
  if (mimetype !== null) {
    const said = mimetype.trim()
    return mediaTypeTable.find((one) => one.mediaType === said && said.includes('opendocument'))?.mediaType ?? null
  }
  if (!names.includes('[Content_Types].xml')) return null
  if (names.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return null
}
