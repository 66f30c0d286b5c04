/** Facts by a key of theirs, in their own order. */
export function groupedBy<Fact>(facts: readonly Fact[], keyOf: (fact: Fact) => string): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const others = groups.get(keyOf(fact))
    if (others === undefined) groups.set(keyOf(fact), [fact])
    else others.push(fact)
  }
  return groups
}
