import { departures } from '@commonweal/words/en/departures'
import { addWords } from '../add-words.ts'

addWords('departures', departures)
