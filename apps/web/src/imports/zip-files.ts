import { Zip, ZipDeflate } from 'fflate'

interface FileToZip {
  readonly path: string
  readonly read: () => Promise<Uint8Array>
}

/** Zips files one after another, with a pause between them so that the page stays awake. Loaded only when needed. */
export async function zipFiles(files: readonly FileToZip[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const finished = new Promise<void>((resolve, reject) => {
    const zip = new Zip((error, part, isLast) => {
      if (error) {
        reject(error)
        return
      }
      parts.push(part)
      if (isLast) resolve()
    })
    addAll(zip, files).catch(reject)
  })
  await finished
  return joined(parts)
}

async function addAll(zip: Zip, files: readonly FileToZip[]): Promise<void> {
  for (const { path, read } of files) {
    const entry = new ZipDeflate(path, { level: 6 })
    zip.add(entry)
    entry.push(await read(), true)
    await new Promise((resolve) => setTimeout(resolve))
  }
  zip.end()
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
