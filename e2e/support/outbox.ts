import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, inject } from 'vitest'
import '../../tools/testing/provided.ts'

/** The link in the mail to somebody, from the outbox of an installation without a mail server. */
export async function linkInMailTo(email: string): Promise<string> {
  let link: string | undefined
  await expect.poll(async () => (link = await findLink(email)), { message: `a mail to ${email}` }).toBeDefined()
  return link ?? ''
}

async function findLink(email: string): Promise<string | undefined> {
  const folder = inject('outbox')
  const files = (await readdir(folder).catch(() => [])).toSorted().toReversed()
  for (const file of files) {
    const mail = await readFile(path.join(folder, file), 'utf8')
    if (mail.includes(`To: ${email}`)) return plain(mail).match(/https?:\/\/\S+/)?.[0]
  }
  return undefined
}

/** Undoes the line breaks and signs of quoted-printable. */
function plain(mail: string): string {
  if (!/quoted-printable/i.test(mail)) return mail
  return mail
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
