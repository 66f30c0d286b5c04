import { activity } from '@commonweal/words/en/activity'
import { addWords } from '../add-words.ts'

addWords('activity', activity)
