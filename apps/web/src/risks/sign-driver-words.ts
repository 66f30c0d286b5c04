import type { Driver } from '@commonweal/domain/risks/explain/driver'
import type { ShareKind } from '@commonweal/domain/risks/explain-signs/sign-rows'
import type { SignPart } from '@commonweal/domain/risks/secondary/sign-parts'
import { spokenValues } from '@commonweal/words/spoken-values'
import { formatsOf, sayValue } from './explained-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/signs.ts'

/** How much of what a sign is read from is this fact's. */
export function saySignFact(v: Voice, { said }: Driver<ShareKind>): string {
  return (v.t as (key: string, values: object) => string)(
    `signs:drivers.said.${said.code}`,
    spokenValues(said.values, formatsOf(v)),
  )
}

/** The figure a fact moves most, with it and without it, under the name it has among the values of the sign. */
export function saySignMove(v: Voice, { moves }: Driver<ShareKind>): string | null {
  if (moves === null) return null
  return v.t('explanations:drivers.moves', {
    measure: (v.t as (key: string) => string)(`signs:value.${moves.measure}`),
    with: sayValue(v, moves.with),
    without: sayValue(v, moves.without),
  })
}

/** The title of a part of a sign by its name. */
export function saySignPart(v: Voice, part: string): string {
  return v.t(`signs:part.${part as SignPart}`)
}
