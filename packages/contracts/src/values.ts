import * as Type from 'typebox'

/** A closed list as a wire shape: an enum of strings. */
export function OneOf<const List extends readonly string[]>(list: List) {
  return Type.Unsafe<List[number]>({ type: 'string', enum: [...list] })
}

/**
 * The same shape, or null. Written as `type: [t, 'null']` rather than as a union, which the compiled serialiser would
 * have to try case by case.
 */
export function Nullable<Schema extends Type.TSchema>(schema: Schema) {
  const { type, enum: list, ...rest } = schema as unknown as { type: string; enum?: string[] }
  return Type.Unsafe<Type.Static<Schema> | null>({
    ...rest,
    type: [type, 'null'],
    ...(list ? { enum: [...list, null] } : {}),
  })
}

/** An object that lets nothing through but what it names. */
export function Shape<const Properties extends Type.TProperties>(
  properties: Properties,
  options: Type.TObjectOptions = {},
) {
  return Type.Object(properties, { additionalProperties: false, ...options })
}

export const Id = Type.String({ format: 'uuid' })
/** Days of living memory and plans: the database knows more years than a partnership needs, and no year 0. */
export const Day = Type.String({
  format: 'date',
  pattern: '^(1[89]|2[01])',
  description: 'A day, YYYY-MM-DD, from 1800 to 2199',
})
export const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'A month, YYYY-MM' })
export const Instant = Type.String({ format: 'date-time', description: 'An instant, RFC 3339, UTC' })
/** Text of one line a person reads; control characters and lone surrogates never pass. */
export const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}]*$' })
/** A short word or code of one line. */
export const Word = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}]*$' })
/** Text of several lines; of the control characters only tab and line breaks pass, as in a package. */
export const Text = Type.String({
  maxLength: 4000,
  pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\p{Cs}]*$',
})
export const AmountMinor = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Minor units of the currency',
})
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
export const Revision = Type.Integer({ minimum: 1 })

export const CommunityParams = Shape({ communityId: Id })
export const idParams = <Name extends string>(name: Name) =>
  Shape({ communityId: Id, [name]: Id } as { communityId: typeof Id } & Record<Name, typeof Id>)

/** What every list takes: how many rows, where to go on, which words to look for. */
export const listQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 512 })),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000\\p{Cs}]*$' })),
}

/** One page of a list; `nextCursor` is null on the last one. */
export function Page<Item extends Type.TSchema>(item: Item) {
  return Shape({ items: Type.Array(item), nextCursor: Nullable(Type.String()) })
}
