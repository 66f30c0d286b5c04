import type { Texts } from './package-work.ts'

const sectors = ['local-government', 'education', 'social', 'health', 'culture', 'sport', 'business', 'ngo', 'other']
const dayAfter = (days: number) => new Date(Date.UTC(2012, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
const rowsOf = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n')

/** A valid package of about so many rows, spread over the files as a busy community's are: a third are bookings. */
export function largePackage(rows: number): Texts {
  const part = (share: number) => Math.max(1, Math.round(rows * share))
  const [organisations, initiatives, bookings, pledges, parts] = [
    part(0.02),
    part(0.06),
    part(0.32),
    part(0.05),
    part(0.14),
  ]
  return {
    'community.json': JSON.stringify({
      format: 'commonweal-community-package',
      version: 1,
      slug: 'large',
      name: 'Large',
      country: 'DK',
      timezone: 'Europe/Copenhagen',
      currency: 'EUR',
    }),
    'organisations.csv': `id,name,sector,legal_status,country,joined_on\n${rowsOf(organisations, (n) => `o${n},Organisation ${n},${sectors[n % 9]},civic,DK,${dayAfter(n % 1000)}`)}\n`,
    'people.csv': `id,display_name,email,organisation_id,capacity,from\n${rowsOf(organisations, (n) => `p${n},Person ${n},p${n}@large.example,o${n},partner,${dayAfter(n % 1000)}`)}\n`,
    'initiatives.csv': `id,title,kind,theme,started_on,planned_end_on\n${rowsOf(initiatives, (n) => `i${n},Initiative ${n},joint,theme,${dayAfter(n)},${dayAfter(n + 400)}`)}\n`,
    'participations.csv': `initiative_id,organisation_id,role\n${rowsOf(initiatives * 4, (n) => `i${n >> 2},o${(n * 7 + (n % 4)) % organisations},${n % 4 === 0 ? 'lead' : 'contributor'}`)}\n`,
    'spaces.csv': `id,name,kind,host_id,capacity\n${rowsOf(50, (n) => `s${n},Space ${n},physical,o${n % organisations},20`)}\n`,
    'bookings.csv': `id,space_id,initiative_id,organisation_id,starts_at,ends_at,status,attendance\n${rowsOf(
      bookings,
      (n) => {
        const on = dayAfter(Math.floor(n / 50))
        return `b${n},s${n % 50},i${n % initiatives},o${n % organisations},${on}T10:00:00+01:00,${on}T12:00:00+01:00,attended,${n % 40}`
      },
    )}\n`,
    'pledges.csv': `id,initiative_id,organisation_id,kind,route,amount_minor,currency,confirmed_on,from,to,status\n${rowsOf(pledges, (n) => `g${n},i${n % initiatives},o${n % organisations},cash,partner-co-funding,120000,EUR,${dayAfter(n)},${dayAfter(n)},${dayAfter(n + 365)},confirmed`)}\n`,
    'instalments.csv': `pledge_id,due_on,amount_minor\n${rowsOf(parts, (n) => `g${n % pledges},${dayAfter((n % pledges) + 30 * Math.floor(n / pledges))},40000`)}\n`,
    'receipts.csv': `pledge_id,received_on,amount_minor\n${rowsOf(parts, (n) => `g${n % pledges},${dayAfter((n % pledges) + 30 * Math.floor(n / pledges) + 3)},40000`)}\n`,
  }
}
