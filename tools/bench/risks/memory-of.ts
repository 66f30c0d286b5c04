// node memory-of.ts <partners> facts|timeline|open: prints the most memory the process held, in kilobytes.
import { openTimeline } from '../../../packages/domain/src/risks/open-timeline.ts'
import { timeline } from '../../../packages/domain/src/risks/timeline.ts'
import { FIRST_MONTH, generateNetwork, LAST_READING } from './generate-network.ts'

const [partners = '200', what = 'timeline'] = process.argv.slice(2)
const history = generateNetwork(Number(partners), 1)
if (what === 'timeline') timeline(history, FIRST_MONTH, LAST_READING)
if (what === 'open') openTimeline(history).read(FIRST_MONTH, LAST_READING)
console.log(process.resourceUsage().maxRSS)
