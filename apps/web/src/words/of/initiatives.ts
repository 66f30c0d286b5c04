import { initiatives } from '@commonweal/words/en/initiatives'
import { addWords } from '../add-words.ts'

addWords('initiatives', initiatives)
