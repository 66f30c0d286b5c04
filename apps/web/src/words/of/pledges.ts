import { pledges } from '@commonweal/words/en/pledges'
import { addWords } from '../add-words.ts'

addWords('pledges', pledges)
