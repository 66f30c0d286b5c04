/** Random numbers from a seed, the same every time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Random = () => number

export function oneOf<Item>(random: Random, list: readonly Item[]): Item {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Record<string, Schema>
  readonly required?: readonly string[]
}

const words = [
  'Repair café',
  'Ærø',
  'ö',
  '日本',
  '🌱 garden',
  'a b',
  "O'Brien",
  '%_\\',
  '-1',
  'null',
  '<b>x</b>',
  'مدرسة',
]
/** Texts for the patterns in use; a pattern not listed here is tried with the words above. */
const candidates = [
  ...words,
  'AB',
  'DK',
  'EUR',
  'https://a.example/b',
  'new@somewhere.example',
  'newtown',
  '/c/newtown',
  '2026-05',
  '2026-W22',
  'x'.repeat(43),
  '09:00',
  'Mo 09:00-17:00',
  'Europe/Vienna',
]

/** A value the schema allows. Throws where it finds none, which is a gap to fill here. */
export function sampleOf(schemaLike: object, random: Random, ids: readonly string[]): unknown {
  const schema = schemaLike as Schema
  if (schema.enum) return oneOf(random, schema.enum)
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object'])
  switch (oneOf(random, types)) {
    case 'null':
      return null
    case 'boolean':
      return random() < 0.5
    case 'integer':
    case 'number':
      return numberOf(schema, random)
    case 'string':
      return textOf(schema, random, ids)
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + Math.floor(random() * 3) }, () =>
        sampleOf(schema.items ?? {}, random, ids),
      )
    default:
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random() < 0.5)
          .map(([name, property]) => [name, sampleOf(property, random, ids)]),
      )
  }
}

function numberOf({ minimum = -1000, maximum = 1000, type }: Schema, random: Random): number {
  if (random() < 0.1) return minimum
  if (random() < 0.1) return maximum
  const value = minimum + random() * Math.min(maximum - minimum, 10_000)
  return type === 'number' ? Math.round(value * 100) / 100 : Math.floor(value)
}

function textOf(schema: Schema, random: Random, ids: readonly string[]): string {
  if (schema.format === 'uuid') return oneOf(random, ids)
  const year = 1990 + Math.floor(random() * 60)
  if (schema.format === 'date') return `${year}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`
  if (schema.format === 'date-time')
    return `${year}-0${1 + Math.floor(random() * 9)}-15T1${Math.floor(random() * 10)}:00:00Z`
  const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u')
  const fitting = candidates.filter(
    (text) =>
      [...text].length >= (schema.minLength ?? 0) &&
      [...text].length <= (schema.maxLength ?? Infinity) &&
      (pattern?.test(text) ?? true),
  )
  if (fitting.length === 0) throw new Error(`no sample for ${JSON.stringify(schema)}: add one`)
  return oneOf(random, fitting)
}

const nasty: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  -0,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff x',
  'x'.repeat(70_000),
  '../../etc/passwd',
  "'; drop table accounts; --",
  '${7*7}',
  '2026-02-30',
  '0000-00-00',
  '999999-12-31',
  '2026-05-15T25:00:00Z',
  'infinity',
  [],
  [[[]]],
  {},
  { __proto__: null, constructor: { prototype: {} } },
  JSON.parse('{"__proto__": {"isAdmin": true}}'),
  { toString: 1, valueOf: 2, hasOwnProperty: 3 },
]

/** The value with one thing wrong: a field of another kind, missing, or unknown. */
export function spoiled(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return oneOf(random, nasty)
  const names = Object.keys(value)
  const choice = random()
  if (names.length === 0 || choice < 0.2) {
    const name = oneOf(random, ['__proto__', 'constructor', 'unknown', 'id', 'communityId', 'a\u0000', '\ud800'])
    return Object.defineProperty({ ...value }, name, { value: oneOf(random, nasty), enumerable: true })
  }
  const name = oneOf(random, names)
  const copy: Record<string, unknown> = { ...value }
  if (choice < 0.35) delete copy[name]
  else copy[name] = choice < 0.5 ? spoiled(copy[name], random) : oneOf(random, nasty)
  return copy
}

export const nastyTexts = nasty.filter((value): value is string => typeof value === 'string')
