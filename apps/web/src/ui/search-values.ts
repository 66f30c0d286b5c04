/** The ids an address says under these names; whatever is not an id is left out. */
export const idsIn = <Name extends string>(raw: Record<string, unknown>, names: readonly Name[]) =>
  valuesIn(raw, names, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)

/** The days an address says under these names; whatever is not a day is left out. */
export const daysIn = <Name extends string>(raw: Record<string, unknown>, names: readonly Name[]) =>
  valuesIn(raw, names, /^(1[89]|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** The months an address says under these names; whatever is not a month is left out. */
export const monthsIn = <Name extends string>(raw: Record<string, unknown>, names: readonly Name[]) =>
  valuesIn(raw, names, /^(1[89]|2[01])\d\d-(0[1-9]|1[0-2])$/)

function valuesIn<Name extends string>(
  raw: Record<string, unknown>,
  names: readonly Name[],
  shape: RegExp,
): { [One in Name]?: string } {
  const values: { [One in Name]?: string } = {}
  for (const name of names) {
    const value = raw[name]
    if (typeof value === 'string' && shape.test(value)) values[name] = value
  }
  return values
}
