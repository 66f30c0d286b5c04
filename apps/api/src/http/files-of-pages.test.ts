import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentsOf } from './files-of-pages.ts'
import { serveWeb } from './web.ts'

const document = '<!doctype html><html><head><title>Commonweal</title></head><body></body></html>'
const page = (address: string, name: string, styles: string[] = []) => ({
  path: address,
  scripts: [`/assets/${name}.js`],
  styles: styles.map((style) => `/assets/${style}.css`),
})
const pages = [
  page('/c/$slug/pledges/$pledgeId', 'pledge'),
  page('/c/$slug/pledges/new', 'new-pledge'),
  page('/c/$slug/pledges', 'pledges', ['lists', 'pledges']),
  page('/sign-in', 'sign-in'),
]

let webDir = ''

beforeEach(() => {
  webDir = mkdtempSync(path.join(tmpdir(), 'commonweal-web-'))
  writeFileSync(path.join(webDir, 'index.html'), document)
  writeFileSync(path.join(webDir, 'files-of-pages.json'), JSON.stringify(pages))
})
afterEach(() => rmSync(webDir, { recursive: true }))

const linksIn = (html: string) =>
  [...html.matchAll(/<link rel="(\w+)" crossorigin href="([^"]+)">/g)].map(([, ...part]) => part)

describe('the document of an address', () => {
  test('names the scripts and styles of its page inside the head', () => {
    const html = documentsOf(webDir)('/c/lindenmark/pledges')
    expect(linksIn(html)).toEqual([
      ['modulepreload', '/assets/pledges.js'],
      ['stylesheet', '/assets/lists.css'],
      ['stylesheet', '/assets/pledges.css'],
    ])
    expect(html.indexOf('<link')).toBeGreaterThan(html.indexOf('<title>'))
    expect(html.lastIndexOf('<link')).toBeLessThan(html.indexOf('</head>'))
  })

  test.each([
    ['/c/lindenmark/pledges/new', 'new-pledge'],
    ['/c/lindenmark/pledges/0196f0a0-0000-7000-8000-000000000001', 'pledge'],
    ['/c/lindenmark/pledges/', 'pledges'],
    ['/sign-in', 'sign-in'],
  ])('%s is the page %s', (address, name) => {
    expect(linksIn(documentsOf(webDir)(address))[0]).toEqual(['modulepreload', `/assets/${name}.js`])
  })

  test.each(['/', '/c/lindenmark', '/c/lindenmark/pledges/new/more', '/c//pledges', '/sign-in/more'])(
    '%s, which has no files of its own, is the document as it was built',
    (address) => {
      expect(documentsOf(webDir)(address)).toBe(document)
    },
  )

  test('is as it was built where the build wrote no list of files', () => {
    rmSync(path.join(webDir, 'files-of-pages.json'))
    expect(documentsOf(webDir)('/c/lindenmark/pledges')).toBe(document)
  })
})

describe('the server', () => {
  let app: FastifyInstance

  beforeEach(async () => {
    app = Fastify()
    await serveWeb(app, webDir)
  })
  afterEach(() => app.close())

  test('hands the document of the address to who asks for a page, search or not', async () => {
    for (const url of ['/c/lindenmark/pledges', '/c/lindenmark/pledges?sort=-amount']) {
      const answer = await app.inject({ url, headers: { accept: 'text/html' } })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(linksIn(answer.body)).toHaveLength(3)
    }
  })

  test('gives nobody else a document', async () => {
    for (const [url, accept] of [
      ['/c/lindenmark/pledges', 'application/json'],
      ['/assets/gone.js', 'text/html'],
      ['/api/v1/gone', 'text/html'],
    ] as const) {
      const answer = await app.inject({ url, headers: { accept } })
      expect(answer.body).not.toContain('<!doctype')
    }
  })
})
