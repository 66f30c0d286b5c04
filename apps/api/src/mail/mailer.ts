import { createTransport } from 'nodemailer'
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../config.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends one mail. Failing is the caller's to hear: a mail that says nothing to anybody must not seem sent. */
export type SendMail = (mail: Mail) => Promise<void>

/** The way mails leave: by the mail server of the settings, else as files of a folder where the operator finds them. */
export function mailerFor({ smtpUrl, mailFrom, dataDir }: Config): SendMail {
  if (smtpUrl) {
    const transport = createTransport(smtpUrl)
    return async (mail) => {
      await transport.sendMail({ from: mailFrom, ...mail })
    }
  }
  const folder = outboxOf(dataDir)
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail) => {
    const composed = await composer.sendMail({ from: mailFrom, ...mail })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(
      join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`),
      composed.message as Buffer,
      { mode: 0o600 },
    )
  }
}

export function outboxOf(dataDir: string | null): string {
  return join(dataDir ?? join(tmpdir(), 'commonweal'), 'outbox')
}
