import { thresholds } from '@commonweal/words/en/thresholds'
import { addWords } from '../add-words.ts'

addWords('thresholds', thresholds)
