/** A message for the person at the keyboard: printed without a stack, and the program ends with a failure. */
export declare class Refusal extends Error {
  name: string
}
