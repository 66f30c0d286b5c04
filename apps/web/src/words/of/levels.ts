import { levels } from '@commonweal/words/en/levels'
import { addWords } from '../add-words.ts'

addWords('levels', levels)
