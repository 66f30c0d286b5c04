import { handling } from '@commonweal/words/en/handling'
import { addWords } from '../add-words.ts'

addWords('handling', handling)
