import { spaces } from '@commonweal/words/en/spaces'
import { addWords } from '../add-words.ts'

addWords('spaces', spaces)
