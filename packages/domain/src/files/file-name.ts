import { MAX_FILE_NAME, mediaTypeTable, type MediaTypeName } from './media-types.ts'

// Invisible characters that turn the direction of what follows can make an ending look like another.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** What a path, a header or a file system would take for something else than a name. */
const UNSAFE = /["*/:<>?\\|]/g

/**
 * A name fit to be shown and saved under: the last part of a path, no unseen and no unsafe characters, no leading dots,
 * at most 120 characters, with the ending of what the file really is. Never empty.
 */
export function safeFileName(name: string, mediaType: MediaTypeName): string {
  const extensions: readonly string[] = mediaTypeTable.find((one) => one.mediaType === mediaType)?.extensions ?? []
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(UNSEEN, '').replace(UNSAFE, '-').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : ''
  const isFit = extensions.includes(ending)
  const stem = (isFit ? plain.slice(0, dot) : plain).replace(/[. ]+$/, '') || 'file'
  const extension = isFit ? ending : (extensions[0] ?? 'bin')
  return `${[...stem].slice(0, MAX_FILE_NAME - extension.length - 1).join('')}.${extension}`
}
