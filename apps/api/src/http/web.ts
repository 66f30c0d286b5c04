import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { documentsOf } from './files-of-pages.ts'
import { ProblemError } from './problem-error.ts'

const YEAR = 31_536_000

/** Serves the built SPA: hashed files for a year, the page itself never from a cache, any address of a page with the page. */
export async function serveWeb(app: FastifyInstance, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/')
      reply.setHeader('cache-control', isHashed ? `public, max-age=${YEAR}, immutable` : 'no-cache')
    },
  })
  const documentOf = documentsOf(webDir)
  app.get('/*', (request, reply) => {
    const pathname = request.url.split('?')[0] ?? ''
    const isPage =
      request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/') && !/\.\w+$/.test(pathname)
    if (!isPage) throw new ProblemError('not-found')
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(documentOf(pathname))
  })
}
