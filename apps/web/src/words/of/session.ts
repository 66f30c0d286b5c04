import { session } from '@commonweal/words/en/session'
import { addWords } from '../add-words.ts'

addWords('session', session)
