import type { Place } from './cast.ts'
import type { TestApp } from './test-app.ts'

/** Rows for every list that can be put in order: values that differ, two that are the same, and capitals where words decide. */
export async function rowsToOrder({ pool }: TestApp, place: Place): Promise<void> {
  const { communityId, steward } = place
  const into = (text: string, ...values: readonly unknown[]) => pool.query(text, [communityId, ...values])
  const { rows } = await pool.query<{ id: string }>('select id from initiatives where community_id = $1 limit 1', [
    communityId,
  ])
  const initiativeId = rows[0]?.id
  await into(`insert into people (community_id, id, display_name, recorded_at)
    select $1, gen_random_uuid(), name, now() from unnest(array['zoe', 'Anna', 'ANNA', 'berit']) name`)
  await into(
    `insert into representations (community_id, id, person_id, organisation_id, capacity, from_on, to_on, recorded_at)
     select $1, gen_random_uuid(), p.id, one.organisation, 'partner', one.first::date, one.last::date, now()
     from unnest($2::uuid[], array['zoe', 'Anna', 'ANNA', 'berit'], array['2025-02-01', '2019-02-01', '2025-02-01', '2020-02-01'],
       array[null, '2030-01-01', null, '2026-01-01']) one (organisation, name, first, last)
     join people p on p.community_id = $1 and p.display_name = one.name`,
    ['library', 'council', 'library', 'council'].map((name) => place.organisations[name as 'library' | 'council']),
  )
  await into(`insert into invitations (community_id, id, email, display_name, role, state, sent_at, expires_at)
    select $1, gen_random_uuid(), name || '@place.example', name, 'viewer', 'revoked', day::timestamptz, '2026-05-30'
    from unnest(array['zoe', 'Anna', 'ANNA', 'berit'], array['2026-05-04', '2026-05-02', '2026-05-02', '2026-05-03']) one (name, day)`)
  await into(`insert into costs (community_id, id, due_on, amount_minor, currency, label, recorded_at)
    select $1, gen_random_uuid(), day::date, amount, 'EUR', 'Paint', now()
    from unnest(array['2026-07-01', '2026-07-01', '2026-06-01', '2026-08-01'], array[900, 10000, 900, 20]) one (day, amount)`)
  await into(`insert into reserves (community_id, id, counted_on, amount_minor, currency, recorded_at)
    select $1, gen_random_uuid(), day::date, amount, 'EUR', now()
    from unnest(array['2026-04-01', '2026-04-01', '2026-03-01', '2026-02-01'], array[900, 10000, 900, 0]) one (day, amount)`)
  await into(
    `insert into milestones (community_id, id, initiative_id, title, due_on, recorded_at)
     select $1, gen_random_uuid(), $2, title, day::date, now()
     from unnest(array['zinc', 'Apples', 'APPLES', 'bread'], array['2026-06-02', null, '2026-06-02', null]) one (title, day)`,
    initiativeId,
  )
  await into(
    `insert into updates (community_id, id, initiative_id, posted_at, title, text, recorded_at)
     select $1, gen_random_uuid(), $2, day::timestamptz, title, 'All well', now()
     from unnest(array['zinc', 'Apples', 'APPLES'], array['2026-05-01', '2026-05-01', '2026-04-01']) one (title, day)`,
    initiativeId,
  )
  await into(
    `insert into mandates (community_id, id, organisation_id, ends_on, label, recorded_at)
     select $1, gen_random_uuid(), $2, day::date, 'Election', now() from unnest(array['2030-01-01', '2028-01-01', '2030-01-01']) day`,
    place.organisations.council,
  )
  await into(
    `insert into notices (community_id, id, person_id, kind, at, object_kind, object_id, title, body)
     select $1, gen_random_uuid(), $2, 'message', day::timestamptz, 'partner', $3, 'Town Library', said
     from unnest(array['2026-05-01', '2026-05-03', '2026-05-01'], array['The hall is free', 'Thank you', null]) one (day, said)`,
    steward.personId,
    place.organisations.library,
  )
  await into(
    `insert into flag_handlings (community_id, id, flag, kind, at, month, level, person_id, note)
     select $1, gen_random_uuid(), 'funding', 'mitigate', day::timestamptz, '2026-04', 'warning', $2, note
     from unnest(array['2026-05-01', '2026-05-03', '2026-05-01'], array['Ask two more funders', 'Write to the bank', 'Meet']) one (day, note)`,
    steward.personId,
  )
  await into(
    `insert into activity (community_id, id, at, person_id, verb, object_kind, object_id, facts)
     select $1, gen_random_uuid(), day::timestamptz, $2, 'addCost', 'cost', gen_random_uuid(), facts::jsonb
     from unnest(array['2026-03-01', '2026-03-03', '2026-03-01'], array['{"title": "Paint"}', '{"reason": "Too late"}', '{}']) one (day, facts)`,
    steward.personId,
  )
  const flag = { level: 'watch', heldLevel: 'watch', score: 0.2, onset: null }
  await into(
    `insert into risk_assessments (community_id, id, month, position, assessed_at, known_on, engine, parameters_version, reading)
     select $1, gen_random_uuid(), month, position, now(), '2026-05-01', '1', '1', $2
     from unnest(array['2025-01', '2025-03', '2025-01', '2025-02'], array[0, 0, 1, 0]) one (month, position)`,
    { stagnation: flag, funding: flag },
  )
}
