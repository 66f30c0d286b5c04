import { resilience } from '@commonweal/words/en/resilience'
import { addWords } from '../add-words.ts'

addWords('resilience', resilience)
