import { known } from '@commonweal/words/en/known'
import { addWords } from '../add-words.ts'

addWords('known', known)
