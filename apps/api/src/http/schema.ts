type Json = Record<string, unknown>

/** The schema as plain JSON without `$id`, for validator and serialiser, which would register the id once a route. */
export function plainSchema(schema: object): Json {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === '$id' ? undefined : value))) as Json
}

/** The schema for the published document: every named shape becomes a reference, collected in `components`. */
export function referencedSchema(schema: object, components: Record<string, Json>): Json {
  return refer(JSON.parse(JSON.stringify(schema)) as Json, components) as Json
}

function refer(value: unknown, components: Record<string, Json>): unknown {
  if (Array.isArray(value)) return value.map((item) => refer(item, components))
  if (typeof value !== 'object' || value === null) return value
  const { $id, ...rest } = value as Json
  const plain = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, refer(item, components)]))
  if (typeof $id !== 'string') return plain
  components[$id] = plain
  return { $ref: `#/components/schemas/${$id}` }
}
