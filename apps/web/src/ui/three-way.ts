/** Text fields of a form, by name. */
export type Values = Readonly<Record<string, string>>

export interface Merge {
  /** What the form holds now: everything typed stays, what only the other changed is taken over. */
  readonly values: Record<string, string>
  /** Fields only the other changed. */
  readonly adopted: readonly string[]
  /** Fields both changed, to different values: a person decides. */
  readonly conflicts: readonly string[]
}

/** Joins what I typed with what somebody else saved meanwhile, both starting from the same base. */
export function mergeThreeWay(base: Values, mine: Values, theirs: Values): Merge {
  const names = Object.keys(mine)
  const changed = names.filter((name) => theirs[name] !== base[name] && theirs[name] !== mine[name])
  const adopted = changed.filter((name) => mine[name] === base[name])
  const taken = Object.fromEntries(adopted.map((name) => [name, theirs[name] ?? '']))
  return { values: { ...mine, ...taken }, adopted, conflicts: changed.filter((name) => mine[name] !== base[name]) }
}
