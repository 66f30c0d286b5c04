import { reports } from '@commonweal/words/en/reports'
import { addWords } from '../add-words.ts'

addWords('reports', reports)
