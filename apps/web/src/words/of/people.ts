import { people } from '@commonweal/words/en/people'
import { addWords } from '../add-words.ts'

addWords('people', people)
