import { activity } from './en/activity.ts'
import { common } from './en/common.ts'
import { communities } from './en/communities.ts'
import { imports } from './en/imports.ts'
import { initiatives } from './en/initiatives.ts'
import { mails } from './en/mails.ts'
import { partners } from './en/partners.ts'
import { people } from './en/people.ts'
import { problems } from './en/problems.ts'
import { risks } from './en/risks.ts'
import { session } from './en/session.ts'
import { shell } from './en/shell.ts'

/** The English catalogue: one namespace for each noun. Its shape is what every other language has to fill. */
export const english = {
  activity,
  common,
  communities,
  imports,
  initiatives,
  mails,
  partners,
  people,
  problems,
  risks,
  session,
  shell,
} as const

/** A catalogue of any language: the same keys, other sentences. */
export type Catalogue = Sentences<typeof english>
type Sentences<Part> = { readonly [Key in keyof Part]: Part[Key] extends string ? string : Sentences<Part[Key]> }
