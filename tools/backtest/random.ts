/** A stream of pseudo-random numbers that follows from its seed alone. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  /** Poisson with the given mean ≥ 0. Source: Knuth, multiplication of uniforms. */
  readonly poisson: (mean: number) => number
}

/** Mulberry32: 32 bits of state, enough to draw samples, not to keep secrets. seed: any whole number. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (count) => Math.floor(next() * count),
    poisson(mean) {
      const floor = Math.exp(-mean)
      let product = next()
      let count = 0
      while (product > floor) {
        product *= next()
        count += 1
      }
      return count
    },
  }
}
