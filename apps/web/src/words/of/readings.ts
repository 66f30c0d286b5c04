import { readings } from '@commonweal/words/en/readings'
import { addWords } from '../add-words.ts'

addWords('readings', readings)
