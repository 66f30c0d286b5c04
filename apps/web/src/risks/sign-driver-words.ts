import type { Driver, Move } from '@commonweal/domain/risks/explain/driver'
import type { ShareKind } from '@commonweal/domain/risks/explain-signs/sign-rows'
import type { SignStep } from '@commonweal/domain/risks/explain-signs/sign-way'
import type { SignPart } from '@commonweal/domain/risks/secondary/sign-parts'
import { spokenValues } from '@commonweal/words/spoken-values'
import { formatsOf } from './explained-words.ts'
import { saySector } from './sign-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/signs.ts'

/** The engine's codes are keys of the catalogue; a test of the words holds them together. */
function say(v: Voice, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (v.t as (key: string, values: object) => string)(key, values)
}

/** How much of what a sign is read from is this fact's. */
export function saySignFact(v: Voice, { said }: Driver<ShareKind>): string {
  return say(v, `signs:drivers.said.${said.code}`, spokenValues(said.values, formatsOf(v)))
}

/** The figure a fact moves most, under the name it has among the values of the sign. */
export function saySignMeasure(v: Voice, { measure }: Move): string {
  return say(v, `signs:value.${measure}`)
}

/** What would happen. */
export function saySignStep(v: Voice, { code, values }: SignStep): string {
  return say(v, `signs:ways.step.${code}`, spokenValues(values, formatsOf(v)))
}

/** The wanted sectors that would be there again; null where there are none. */
export function sayAgain(v: Voice, { sectors }: SignStep): string | null {
  if (sectors.length === 0) return null
  return v.t('signs:ways.amongThem', { list: v.list(sectors.map((one) => saySector(v, one))) })
}

/** The title of a part of a sign by its name. */
export function saySignPart(v: Voice, part: string): string {
  return v.t(`signs:part.${part as SignPart}`)
}
