import { communities } from './communities.ts'
import { explanations } from './explanations.ts'
import { memory } from './memory.ts'
import { speed } from './speed.ts'

const sizes = {
  full: { networks: [50, 200, 1000], communities: 2000 },
  small: { networks: [50, 200], communities: 100 },
}

/** `pnpm bench risks [small]`: the engine against the same readings made plainly from all facts, and on its way through a database; what an explanation costs. */
export async function benchRisks(sizeName: string): Promise<boolean> {
  const size = sizes[sizeName as keyof typeof sizes] ?? sizes.full
  const verdicts = [
    ...speed(size.networks, console.log),
    ...explanations(200),
    ...(await memory(size.networks.at(-1) as number)),
    ...(await communities(size.communities, console.log)),
  ]
  for (const { text, isMet } of verdicts) console.log(`${isMet ? 'met   ' : 'MISSED'}  ${text}`)
  return verdicts.every(({ isMet }) => isMet)
}
