import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { configFrom } from '../config.ts'
import { mailerFor } from './mailer.ts'

const settings = {
  DATABASE_URL: 'postgres://nowhere',
  COMMONWEAL_SECRET: 'a secret of at least thirty-two bytes',
  COMMONWEAL_MAIL_FROM: 'Commons <commons@town.example>',
}
const mail = { to: 'astrid@town.example', subject: 'Ærø', text: 'Hello Astrid' }

describe('mailerFor', () => {
  it('hands mails to the mail server of the settings', async () => {
    const received: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString('utf8'))
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await mailerFor(configFrom({ ...settings, COMMONWEAL_SMTP_URL: `smtp://127.0.0.1:${port}` }))(mail)
    await new Promise<void>((resolve) => server.close(resolve))
    expect(received).toHaveLength(1)
    expect(received[0]).toContain('To: astrid@town.example')
    expect(received[0]).toContain('From: Commons <commons@town.example>')
    expect(received[0]).toContain('Hello Astrid')
  })

  it('without one lays them into the outbox, readable by the owner alone', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-mail-'))
    await mailerFor(configFrom({ ...settings, COMMONWEAL_DATA_DIR: dataDir }))(mail)
    const [name = ''] = await readdir(join(dataDir, 'outbox'))
    expect(await readFile(join(dataDir, 'outbox', name), 'utf8')).toContain('Hello Astrid')
    await rm(dataDir, { recursive: true })
  })

  it('a server that refuses is the caller’s to hear', async () => {
    await expect(
      mailerFor(configFrom({ ...settings, COMMONWEAL_SMTP_URL: 'smtp://127.0.0.1:1' }))(mail),
    ).rejects.toThrow('ECONNREFUSED')
  })
})
