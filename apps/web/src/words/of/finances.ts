import { finances } from '@commonweal/words/en/finances'
import { addWords } from '../add-words.ts'

addWords('finances', finances)
