import { remedies } from '@commonweal/words/en/remedies'
import { addWords } from '../add-words.ts'

addWords('remedies', remedies)
