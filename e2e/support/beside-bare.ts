import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const web = path.resolve(import.meta.dirname, '../../apps/web')
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

export interface Beside {
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Builds the bare page and stands in front of the product: `/bare/` is the bare page, anything else is passed on. Both
 * pages come through the same door and ask the same API, so neither has the shorter way.
 */
export async function besideBare(product: string): Promise<Beside> {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonweal-bare-'))
  await build(folder)
  const target = new URL(product)
  const protection = await protectionOf(target)
  const server = createServer((incoming, answer) => {
    if (incoming.url?.startsWith('/bare/')) hand(folder, incoming.url, protection, answer)
    else passOn(target, incoming, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true })
      await Promise.resolve()
    },
  }
}

async function build(outDir: string): Promise<void> {
  const vite = path.join(web, 'node_modules/vite/bin/vite.js')
  const child = spawn(
    process.execPath,
    [vite, 'build', 'bare', '--config', 'bare/vite.config.ts', '--outDir', outDir],
    {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [status] = (await once(child, 'exit')) as [number | null]
  if (status !== 0) throw new Error('the bare page could not be built')
}

/**
 * The protective headers of the product. They are part of the way: for a page that wants no other window to know it
 * (`Cross-Origin-Opener-Policy`) a browser begins a process of its own, which takes longer than fifty rows.
 */
async function protectionOf(product: URL): Promise<Record<string, string>> {
  const { headers, ok } = await fetch(product, { headers: { accept: 'text/html' } })
  const protection = Object.fromEntries(
    [...headers].filter(([name]) => /^(content-security|cross-origin|origin-agent|referrer|x-)/.test(name)),
  )
  if (!ok || !protection['cross-origin-opener-policy']) throw new Error('the product gave no page of its own')
  return protection
}

/** With the headers the product gives its own files. */
function hand(folder: string, url: string, protection: Record<string, string>, answer: ServerResponse): void {
  const name = url.replace(/\?.*$/, '').slice('/bare/'.length) || 'index.html'
  const file = path.join(folder, path.normalize(name))
  if (!file.startsWith(folder) || !existsSync(file)) {
    answer.writeHead(404).end()
    return
  }
  const isHashed = name.startsWith('assets/')
  answer
    .writeHead(200, {
      ...protection,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    .end(readFileSync(file))
}

function passOn(target: URL, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, url, headers } = incoming
  const asked = request(
    { host: target.hostname, port: target.port, method, path: url, headers: { ...headers, host: target.host } },
    (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    },
  )
  asked.on('error', () => answer.destroy())
  incoming.pipe(asked)
}
