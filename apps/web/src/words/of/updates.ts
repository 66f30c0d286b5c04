import { updates } from '@commonweal/words/en/updates'
import { addWords } from '../add-words.ts'

addWords('updates', updates)
