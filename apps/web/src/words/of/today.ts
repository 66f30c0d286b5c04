import { today } from '@commonweal/words/en/today'
import { addWords } from '../add-words.ts'

addWords('today', today)
