/** What a rule answers: the value it allows, or the problem that refuses it with the facts behind the refusal. */
export type Ruling<Value, Problem extends string> =
  | { readonly allowed: true; readonly value: Value }
  | { readonly allowed: false; readonly problem: Problem; readonly facts: Facts }

/** Plain JSON values that explain a refusal; they travel to the person who asked. */
export type Facts = { readonly [name: string]: string | number | boolean | null | readonly string[] }

export function allow<Value>(value: Value): Ruling<Value, never> {
  return { allowed: true, value }
}

export function refuse<Problem extends string>(problem: Problem, facts: Facts = {}): Ruling<never, Problem> {
  return { allowed: false, problem, facts }
}
