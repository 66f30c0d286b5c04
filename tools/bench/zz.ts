import type { History } from '../../packages/domain/src/risks/history.ts'
import { datedFacts } from '../../packages/domain/src/risks/dated-facts.ts'
import { timeline } from '../../packages/domain/src/risks/timeline.ts'
import { stagnationFold } from '../../packages/domain/src/risks/stagnation/stagnation-fold.ts'
import { fundingFold } from '../../packages/domain/src/risks/funding/funding-fold.ts'
import { parameters } from '../../packages/domain/src/risks/parameters.ts'
import { addDays } from '../../packages/domain/src/values/day.ts'
import { monthIndex } from '../../packages/domain/src/values/month.ts'
function rng(seed: number) {
  let s = seed
  return () => {
    s = (s * 1664525 + 1013904223) >>> 0
    return s / 4294967296
  }
}
export function community(partners: number, initiatives: number, months = 60): History {
  const r = rng(7)
  const days = months * 30
  const org = (i: number) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`
  const ini = (i: number) => `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`
  const start = '2022-01-01'
  const inits = Array.from({ length: initiatives }, (_, i) => {
    const s = Math.floor(r() * days)
    const d = 90 + Math.floor(r() * 400)
    return {
      id: ini(i),
      title: 'x',
      kind: 'joint',
      startedOn: addDays(start, s),
      plannedEndOn: addDays(start, s + d),
      endedOn: r() < 0.6 && s + d < days ? addDays(start, s + d) : null,
      endState: null,
    }
  })
  const parts = inits.flatMap((x) => {
    const n = 2 + Math.floor(r() * 4)
    return [...new Set(Array.from({ length: n }, () => Math.floor(r() * partners)))].map((o, k) => ({
      initiativeId: x.id,
      organisationId: org(o),
      role: k === 0 ? 'lead' : 'contributor',
      from: null,
      to: null,
    }))
  })
  const pledges = Array.from({ length: partners * 3 }, (_, i) => {
    const s = Math.floor(r() * days)
    return {
      id: `p${i}`,
      initiativeId: ini(Math.floor(r() * initiatives)),
      organisationId: org(i % partners),
      kind: 'cash',
      route: 'donation',
      amountMinor: 120000,
      currency: 'EUR',
      quantity: null,
      unit: null,
      confirmedOn: addDays(start, s),
      from: addDays(start, s),
      to: addDays(start, s + 720),
      status: 'confirmed',
    }
  })
  const instalments = pledges.flatMap((p) =>
    Array.from({ length: 12 }, (_, k) => ({
      pledgeId: p.id,
      dueOn: addDays(p.from, 60 * k),
      amountMinor: 10000,
      quantity: null,
    })),
  )
  const receipts = instalments
    .filter((x) => x.dueOn < addDays(start, days))
    .map((x) => ({ pledgeId: x.pledgeId, receivedOn: x.dueOn, amountMinor: 10000, quantity: null }))
  const bookings = Array.from({ length: initiatives * 5 }, (_, i) => {
    const d = addDays(start, Math.floor(r() * (days + 90)))
    return {
      id: `b${i}`,
      spaceId: `s${i % 40}`,
      initiativeId: ini(Math.floor(r() * initiatives)),
      organisationId: org(Math.floor(r() * partners)),
      hostId: org(i % 40),
      startsOn: d,
      endsOn: d,
      hours: 2,
      status: 'confirmed',
    }
  })
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: Array.from({ length: partners }, (_, i) => ({
      id: org(i),
      name: 'o',
      sector: i % 9 === 0 ? 'local-government' : 'ngo',
      legalStatus: i % 9 === 0 ? 'public' : 'civic',
      parentId: null,
    })),
    memberships: Array.from({ length: partners }, (_, i) => ({
      organisationId: org(i),
      state: 'active',
      from: '2022-01-01',
      to: null,
    })),
    initiatives: inits,
    participations: parts,
    bookings,
    pledges,
    instalments,
    receipts,
    costs: Array.from({ length: months + 12 }, (_, i) => ({
      initiativeId: null,
      dueOn: addDays(start, i * 30),
      amountMinor: 1000000,
      currency: 'EUR',
    })),
    reserves: [{ on: '2025-01-01', amountMinor: 5000000, currency: 'EUR' }],
  }
}
const h = community(200, 2000)
for (let k = 0; k < 6; k++) {
  const a = performance.now()
  const f = datedFacts(h)
  const b = performance.now()
  const s = stagnationFold(f, parameters)
  for (let m = f.firstMonth! + 1; m <= monthIndex('2030-01'); m++) s(m, null)
  const c = performance.now()
  const g = fundingFold(f, parameters)
  for (let m = f.firstMonth! + 1; m <= monthIndex('2030-01'); m++) g(m, null)
  const d = performance.now()
  console.log(
    'dated',
    (b - a).toFixed(1),
    'stag',
    (c - b).toFixed(1),
    'fund',
    (d - c).toFixed(1),
    'months',
    monthIndex('2030-01') - f.firstMonth!,
  )
}
