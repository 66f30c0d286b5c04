import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import type pg from 'pg'
import { accessRoutes } from './access/access.routes.ts'
import { accountRoutes } from './accounts/accounts.routes.ts'
import { activityRoutes } from './activity/activity.routes.ts'
import { bookingRoutes } from './bookings/bookings.routes.ts'
import { calendarRoutes } from './calendars/calendars.routes.ts'
import { communityRoutes } from './communities/communities.routes.ts'
import type { Config } from './config.ts'
import { databaseOver } from './database/orm.ts'
import { financeRoutes } from './finances/finances.routes.ts'
import { healthRoutes } from './health.routes.ts'
import { knowIdentities } from './http/identity.ts'
import { publishOpenApi } from './http/openapi.ts'
import { handleProblems } from './http/problem-handler.ts'
import type { House } from './http/serve.ts'
import { todayRoutes } from './today/today.routes.ts'
import { serveWeb } from './http/web.ts'
import { validateStrictly } from './http/validation.ts'
import { importRoutes } from './imports/imports.routes.ts'
import { fileRoutes } from './files/files.routes.ts'
import { folderStore } from './files/folder-store.ts'
import { initiativeRoutes } from './initiatives/initiatives.routes.ts'
import { invitationRoutes } from './invitations/invitations.routes.ts'
import { mandateRoutes } from './mandates/mandates.routes.ts'
import { milestoneRoutes } from './milestones/milestones.routes.ts'
import { noticeRoutes } from './notices/notices.routes.ts'
import { partnerRoutes } from './partners/partners.routes.ts'
import { mailerFor } from './mail/mailer.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { pledgeRoutes } from './pledges/pledges.routes.ts'
import { beside } from './risks/read-beside.ts'
import { keptRiskRoutes } from './risks/kept.routes.ts'
import { reportRoutes } from './reports/reports.routes.ts'
import { riskRoutes } from './risks/risks.routes.ts'
import { searchRoutes } from './search/search.routes.ts'
import { spaceRoutes } from './spaces/spaces.routes.ts'
import { updateRoutes } from './updates/updates.routes.ts'

export interface AppParts {
  readonly config: Config
  readonly pool: pg.Pool
  readonly clock: () => Date
}

const LARGEST_JSON = 1_000_000
const LARGEST_PACKAGE = 100_000_000

/** The whole api, without the process around it: a table of contents. */
export async function buildApp({ config, pool, clock }: AppParts): Promise<{ app: FastifyInstance; house: House }> {
  const app = Fastify({
    logger: config.isQuiet ? false : { level: 'warn' },
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    bodyLimit: LARGEST_JSON,
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    return503OnClosing: true,
    forceCloseConnections: true,
  })
  const house: House = {
    app,
    config,
    pool,
    db: databaseOver(pool),
    clock,
    send: mailerFor(config),
    files: folderStore(config.fileDir),
    specs: [],
  }

  app.decorateRequest('identity', null)
  app.decorateRequest('actor', null)
  app.decorateRequest('alongside', null)
  app.decorateRequest('isSettled', true)
  // Made once: Fastify's own plug-in for it would write the same headers out anew for each request.
  const protect = helmet(helmetOptions(config))
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()))
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addContentTypeParser(
    'application/zip',
    { parseAs: 'buffer', bodyLimit: LARGEST_PACKAGE },
    (_request, body, done) => done(null, body),
  )
  handleProblems(app, config.publicUrl)
  validateStrictly(app)
  await app.register(fastifyCookie)
  await app.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: 2048,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await knowIdentities(app, config.secret)
  const { read, close } = beside()
  app.addHook('onClose', close)

  healthRoutes(house)
  accessRoutes(house)
  accountRoutes(house)
  communityRoutes(house)
  partnerRoutes(house)
  mandateRoutes(house)
  peopleRoutes(house)
  invitationRoutes(house)
  initiativeRoutes(house)
  milestoneRoutes(house)
  updateRoutes(house)
  await fileRoutes(house)
  spaceRoutes(house)
  bookingRoutes(house)
  calendarRoutes(house)
  pledgeRoutes(house)
  financeRoutes(house)
  activityRoutes(house)
  noticeRoutes(house)
  searchRoutes(house)
  riskRoutes(house, read)
  reportRoutes(house, read)
  keptRiskRoutes(house)
  importRoutes(house)
  todayRoutes(house, read)

  await publishOpenApi(app, house.specs)
  if (config.webDir) await serveWeb(app, config.webDir)
  return { app, house }
}

function helmetOptions({ publicUrl }: Config) {
  const isSecure = publicUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}
