import { mandates } from '@commonweal/words/en/mandates'
import { addWords } from '../add-words.ts'

addWords('mandates', mandates)
