/**
 * A reading of the funding flag as it is kept, without what was read from costs and reserves: how long the money lasts, and how far it
 * covers the loss of the largest funder. The level stays what was said. The reading given is not changed; what it does not hold is not
 * missed, for a kept reading may come from elsewhere.
 */
export function withoutCosts(reading: unknown): unknown {
  if (!isRecord(reading)) return reading
  const { sublevels, readings, change } = reading
  return {
    ...reading,
    ...(isRecord(sublevels) ? { sublevels: withoutCover(without(sublevels, ['runway'])) } : {}),
    ...(isRecord(readings) ? { readings: without(readings, ['runwayMonths', 'stressRunwayMonths']) } : {}),
    ...(isRecord(change) && isRecord(change['points'])
      ? { change: { ...change, points: without(change['points'], ['runway', 'concentration']) } }
      : {}),
  }
}

/** The level of concentration before reserves were looked at tells nothing of them. */
function withoutCover(sublevels: Record<string, unknown>): Record<string, unknown> {
  const { concentration } = sublevels
  return isRecord(concentration)
    ? { ...sublevels, concentration: without(concentration, ['level', 'cover']) }
    : sublevels
}

function without(record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
