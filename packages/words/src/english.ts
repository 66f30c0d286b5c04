import { accounts } from './en/accounts.ts'
import { activity } from './en/activity.ts'
import { assessments } from './en/assessments.ts'
import { bookings } from './en/bookings.ts'
import { calendars } from './en/calendars.ts'
import { common } from './en/common.ts'
import { communities } from './en/communities.ts'
import { explanations } from './en/explanations.ts'
import { departures } from './en/departures.ts'
import { finances } from './en/finances.ts'
import { handling } from './en/handling.ts'
import { imports } from './en/imports.ts'
import { initiatives } from './en/initiatives.ts'
import { known } from './en/known.ts'
import { levels } from './en/levels.ts'
import { mails } from './en/mails.ts'
import { mandates } from './en/mandates.ts'
import { milestones } from './en/milestones.ts'
import { network } from './en/network.ts'
import { notices } from './en/notices.ts'
import { partners } from './en/partners.ts'
import { people } from './en/people.ts'
import { pledges } from './en/pledges.ts'
import { problems } from './en/problems.ts'
import { readings } from './en/readings.ts'
import { resilience } from './en/resilience.ts'
import { reports } from './en/reports.ts'
import { risks } from './en/risks.ts'
import { search } from './en/search.ts'
import { session } from './en/session.ts'
import { shell } from './en/shell.ts'
import { remedies } from './en/remedies.ts'
import { signs } from './en/signs.ts'
import { today } from './en/today.ts'
import { spaces } from './en/spaces.ts'
import { updates } from './en/updates.ts'
import { thresholds } from './en/thresholds.ts'

/** The English catalogue: one namespace for each noun. Its shape is what every other language has to fill. */
export const english = {
  accounts,
  activity,
  assessments,
  bookings,
  calendars,
  common,
  communities,
  explanations,
  departures,
  finances,
  handling,
  known,
  levels,
  imports,
  initiatives,
  mails,
  mandates,
  milestones,
  network,
  notices,
  partners,
  people,
  pledges,
  problems,
  readings,
  resilience,
  reports,
  risks,
  search,
  session,
  shell,
  remedies,
  signs,
  thresholds,
  today,
  spaces,
  updates,
} as const

/** A catalogue of any language: the same keys, other sentences. */
export type Catalogue = Sentences<typeof english>
type Sentences<Part> = { readonly [Key in keyof Part]: Part[Key] extends string ? string : Sentences<Part[Key]> }
