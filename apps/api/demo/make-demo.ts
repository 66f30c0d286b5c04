import { mkdirSync, writeFileSync } from 'node:fs'
import { activityFile } from './demo-activity.ts'
import { bookingFile, spaceFile } from './demo-bookings.ts'
import { demoTimezone } from './demo-calendar.ts'
import { coordinationFile, initiativeFile, initiatives, participationFile } from './demo-initiatives.ts'
import { mandateFile } from './demo-mandates.ts'
import { milestoneFile } from './demo-milestones.ts'
import { costFile, instalmentFile, pledgeFile, receiptFile, reserveFile } from './demo-money.ts'
import { membershipFile, organisationFile } from './demo-partners.ts'
import { peopleFile, roleFile } from './demo-people.ts'
import { csvOf, seededNumbers } from './demo-rows.ts'
import { attachmentFile, updateFile } from './demo-updates.ts'

const SEED = 20_210_114

const community = {
  format: 'commonweal-community-package',
  version: 1,
  slug: 'lindenmark',
  name: 'Lindenmark',
  country: 'AT',
  timezone: demoTimezone,
  currency: 'EUR',
  languages: ['en'],
  source: 'commonweal-demo',
  core_sectors: ['education', 'social', 'energy', 'culture', 'sport', 'youth-group'],
  wants_independence: true,
  note:
    'An invented town of nine thousand. Five good years in three chapters: a start with many hands, a year in which the same four met, ' +
    'and a new beginning which the town hall pays for. The town elects its council in five months; what it has promised ends a month later.',
}

/** The demo community as the files of a package, by name: the same text every time. Run as a script it writes them beside itself. */
export function makeDemo(): ReadonlyMap<string, string> {
  const next = seededNumbers(SEED)
  const all = initiatives(next)
  const [milestones, updates] = [milestoneFile(), updateFile()]
  const [bookings, pledges, receipts] = [bookingFile(all, next), pledgeFile(), receiptFile()]
  return new Map([
    ['community.json', `${JSON.stringify(community, null, 2)}\n`],
    ['organisations.csv', csvOf(organisationFile())],
    ['memberships.csv', csvOf(membershipFile())],
    ['mandates.csv', csvOf(mandateFile())],
    ['people.csv', csvOf(peopleFile())],
    ['roles.csv', csvOf(roleFile())],
    ['initiatives.csv', csvOf(initiativeFile(all))],
    ['participations.csv', csvOf(participationFile(all))],
    ['coordinations.csv', csvOf(coordinationFile(all))],
    ['milestones.csv', csvOf(milestones)],
    ['updates.csv', csvOf(updates)],
    ['files.csv', csvOf(attachmentFile())],
    ['spaces.csv', csvOf(spaceFile())],
    ['bookings.csv', csvOf(bookings)],
    ['pledges.csv', csvOf(pledges)],
    ['instalments.csv', csvOf(instalmentFile())],
    ['receipts.csv', csvOf(receipts)],
    ['costs.csv', csvOf(costFile())],
    ['reserves.csv', csvOf(reserveFile())],
    [
      'activity.csv',
      csvOf(activityFile(community.source, { initiatives: all, bookings, pledges, receipts, milestones, updates })),
    ],
  ])
}

if (import.meta.main) {
  const folder = new URL('lindenmark/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of makeDemo()) writeFileSync(new URL(name, folder), text)
}
