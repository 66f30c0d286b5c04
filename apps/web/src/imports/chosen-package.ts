/** A package as somebody chose it, ready to be sent. Read at once, so that what is checked is what is imported. */
export interface ChosenPackage {
  readonly name: string
  readonly bytes: Uint8Array
  /** Files of a folder; null where a zip was chosen. */
  readonly files: number | null
  readonly sizeBytes: number
}

/** A file with its path below what was chosen. */
export interface PathedFile {
  readonly path: string
  readonly file: File
}

/** One zip as it is; anything else is zipped here. Null where there is no file. */
export async function packageOf(files: readonly PathedFile[]): Promise<ChosenPackage | null> {
  const meant = files.filter(({ path }) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))
  const [only] = meant
  if (!only) return null
  if (meant.length === 1 && /\.zip$/i.test(only.path)) {
    return { name: only.file.name, bytes: await bytesOf(only.file), files: null, sizeBytes: only.file.size }
  }
  const { zipFiles } = await import('./zip-files.ts')
  const top = topFolder(meant.map(({ path }) => path))
  const bytes = await zipFiles(
    meant.map(({ path, file }) => ({ path: path.slice(top.length), read: () => bytesOf(file) })),
  )
  const sizeBytes = meant.reduce((sum, { file }) => sum + file.size, 0)
  return { name: top.slice(0, -1) || only.file.name, bytes, files: meant.length, sizeBytes }
}

/** Files from an input: a folder's carry their path. */
export function filesOfInput(list: FileList | null): PathedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

/** Files from a drop; folders are walked through. To be called during the event: the entries are gone after it. */
export function filesOfDrop({ items, files }: DataTransfer): Promise<PathedFile[]> {
  const entries = [...items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry !== null && entry !== undefined)
  if (entries.length === 0) return Promise.resolve(filesOfInput(files))
  return Promise.all(entries.map(filesBelow)).then((found) => found.flat())
}

async function filesBelow(entry: FileSystemEntry): Promise<PathedFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path, file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const children: FileSystemEntry[] = []
  // A reader hands out a hundred at a time, and nothing when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    children.push(...some)
  }
  return (await Promise.all(children.map(filesBelow))).flat()
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

/** The one folder all files lie in, with its slash, or nothing. */
function topFolder(paths: readonly string[]): string {
  const first = paths[0] ?? ''
  const top = first.slice(0, first.indexOf('/') + 1)
  return top !== '' && paths.every((path) => path.startsWith(top)) ? top : ''
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}
