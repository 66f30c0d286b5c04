import fastifyJwt from '@fastify/jwt'
import Fastify from 'fastify'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import * as bookings from '@commonweal/contracts/bookings'
import * as communities from '@commonweal/contracts/communities'
import * as initiatives from '@commonweal/contracts/initiatives'
import * as spaces from '@commonweal/contracts/spaces'
import type { RouteSpec } from '@commonweal/contracts/route'
import { plainSchema } from '../src/http/schema.ts'

/**
 * The floor a benchmark measures against: Fastify and pg alone, statements written by hand and prepared by name, compiled
 * schemas, the same session look-up and the same answers as the product; no other feature. Started as a process of its
 * own: `node floor.ts <databaseUrl> <secret> <port>`.
 */
const [databaseUrl = '', secret = '', port = '0'] = process.argv.slice(2)
const parse = (oid: number) =>
  oid === 1082 ? (text: string) => text : oid === 20 ? Number : pg.types.getTypeParser(oid)
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 10,
  types: { getTypeParser: parse as never },
  options: '-c timezone=UTC -c jit=off',
})
const app = Fastify()
await app.register(fastifyJwt, {
  secret,
  verify: {
    algorithms: ['HS256'],
    allowedIss: 'commonweal',
    allowedAud: 'commonweal-api',
    checkTyp: 'at+jwt',
    cache: 1000,
  },
})

const sessionText = `select p.id, r.role, (now() at time zone c.timezone)::date as today
  from sessions s join communities c on c.id = $2 join people p on p.account_id = s.account_id and p.community_id = c.id and p.suspended_at is null
  join roles r on r.community_id = c.id and r.person_id = p.id and r.to_on is null
  where s.id = $1 and s.account_id = $3 and s.ended_at is null and s.expires_at > now()`

interface Seat {
  readonly id: string
  readonly role: string
  readonly today: string
}

async function seatOf(header: string | undefined, communityId: string): Promise<Seat> {
  const claims = app.jwt.verify<{ sub: string; sid: string }>((header ?? '').slice(7))
  const { rows } = await pool.query<Seat>({
    name: 'session',
    text: sessionText,
    values: [claims.sid, communityId, claims.sub],
  })
  if (!rows[0]) throw new Error('no seat')
  return rows[0]
}

function answerOf(spec: RouteSpec): { response: Record<string, unknown> } {
  return {
    response: Object.fromEntries(
      Object.entries(spec.success).map(([status, schema]) => [status, schema ? plainSchema(schema) : {}]),
    ),
  }
}

type Params = Record<'communityId' | 'spaceId', string>

app.get('/list/:communityId', { schema: answerOf(bookings.listBookings) }, async (request) => {
  const { communityId } = request.params as Params
  await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query({
    name: 'list',
    text: `select b.id, b.space_id as "spaceId", s.name as space, s.timezone, b.initiative_id as "initiativeId", i.title as initiative,
        b.organisation_id as "organisationId", o.name as organisation, b.title, b.starts_at as "startsAt", b.ends_at as "endsAt", b.status, b.attendance
      from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
      join organisations o on o.community_id = b.community_id and o.id = b.organisation_id
      left join initiatives i on i.community_id = b.community_id and i.id = b.initiative_id
      where b.community_id = $1 and b.status not in ('declined', 'cancelled') order by b.starts_at, b.id limit 51`,
    values: [communityId],
  })
  return { items: rows.slice(0, 50), nextCursor: rows.length > 50 ? String(rows[49]?.id) : null }
})

app.get('/point/:communityId/:spaceId', { schema: answerOf(spaces.readSpace) }, async (request) => {
  const { communityId, spaceId } = request.params as Params
  await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query({
    name: 'point',
    text: `select s.*, s.is_step_free as "isStepFree", s.from_on as "from", s.to_on as "to", null as openings,
        s.needs_approval as "needsApproval", s.is_shared as "isShared", s.shortest_minutes as "shortestMinutes", s.longest_minutes as "longestMinutes",
        s.buffer_before_minutes as "bufferBeforeMinutes", s.buffer_after_minutes as "bufferAfterMinutes", s.ahead_days as "aheadDays",
        s.withdrawal_reason as "withdrawalReason", json_build_object('id', o.id, 'name', o.name) as host,
        (select count(*) from bookings b where b.community_id = s.community_id and b.space_id = s.id) as bookings
      from spaces s left join organisations o on o.community_id = s.community_id and o.id = s.host_id where s.community_id = $1 and s.id = $2`,
    values: [communityId, spaceId],
  })
  return rows[0]
})

app.get('/filter/:communityId', { schema: answerOf(initiatives.listInitiatives) }, async (request) => {
  const { communityId } = request.params as Params
  const { today } = await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query({
    name: 'filter',
    text: `select i.id, i.title, i.kind, i.theme, i.state, i.started_on as "startedOn", i.planned_end_on as "plannedEndOn", i.ended_on as "endedOn",
        i.state not in ('completed', 'sunset', 'abandoned') and coalesce(coalesce(i.review_on, i.planned_end_on) < $4::date, false) as "isReviewDue",
        (select o.name from participations n join organisations o on o.community_id = n.community_id and o.id = n.organisation_id
          where n.community_id = i.community_id and n.initiative_id = i.id and n.role = 'lead' order by lower(o.name) limit 1) as lead,
        (select count(distinct n.organisation_id) from participations n where n.community_id = i.community_id and n.initiative_id = i.id) as partners
      from initiatives i where i.community_id = $1 and i.state = $2 and i.kind = $3
      order by coalesce(i.started_on, 'infinity'::date) desc, i.id desc limit 21`,
    values: [communityId, 'active', 'joint', today],
  })
  return { items: rows.slice(0, 20), nextCursor: rows.length > 20 ? String(rows[19]?.id) : null }
})

app.get('/aggregate/:communityId', { schema: answerOf(communities.readCommunity) }, async (request) => {
  const { communityId } = request.params as Params
  await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query({
    name: 'aggregate',
    text: `select c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.data_complete_through as "dataCompleteThrough", c.note, json_build_object(
        'partners', (select count(*) from memberships where community_id = c.id and to_on is null and state in ('active', 'paused')),
        'organisations', (select count(*) from organisations where community_id = c.id),
        'initiatives', (select count(*) from initiatives where community_id = c.id),
        'runningInitiatives', (select count(*) from initiatives where community_id = c.id and state = 'active'),
        'spaces', (select count(*) from spaces where community_id = c.id), 'pledges', (select count(*) from pledges where community_id = c.id)) as counts
      from communities c where c.id = $1`,
    values: [communityId],
  })
  return rows[0]
})

const createText = `with lock as (select pg_advisory_xact_lock(hashtextextended($1::text || $3::text, 0))),
  booked as (insert into bookings (community_id, id, space_id, organisation_id, starts_at, ends_at, status, person_id, recorded_at)
    select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::timestamptz, 'confirmed', $7::uuid, now() from lock returning id),
  taken as (insert into occupancies (community_id, id, booking_id, space_id, during)
    select $1::uuid, $2::uuid, $2::uuid, $3::uuid, tstzrange($5::timestamptz, $6::timestamptz) from booked),
  trace as (insert into activity (community_id, id, at, person_id, organisation_id, capacity, verb, object_kind, object_id, facts)
    select $1::uuid, $2::uuid, now(), $7::uuid, $4::uuid, 'partner', 'requestBooking', 'booking', $2::uuid, '{}' from booked)
  select b.id from booked b`

app.post('/create/:communityId/:spaceId', async (request, reply) => {
  const { communityId, spaceId } = request.params as Params
  const seat = await seatOf(request.headers.authorization, communityId)
  const body = request.body as { organisationId: string; startsAt: string; endsAt: string }
  const id = randomUUID()
  await pool.query({
    name: 'create',
    text: createText,
    values: [communityId, id, spaceId, body.organisationId, body.startsAt, body.endsAt, seat.id],
  })
  return reply.code(201).send({ id, spaceId, ...body, status: 'confirmed', revision: 1 })
})

app.setErrorHandler((error: { constraint?: string }, _request, reply) =>
  reply.code(error.constraint ? 409 : 500).send({ code: String(error) }),
)
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.({ ready: true })
process.on('disconnect', () => process.exit(0))
