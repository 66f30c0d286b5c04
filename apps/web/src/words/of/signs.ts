import { signs } from '@commonweal/words/en/signs'
import { addWords } from '../add-words.ts'

addWords('signs', signs)
