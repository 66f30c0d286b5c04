import { calendars } from '@commonweal/words/en/calendars'
import { addWords } from '../add-words.ts'

addWords('calendars', calendars)
