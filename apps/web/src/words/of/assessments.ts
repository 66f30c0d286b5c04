import { assessments } from '@commonweal/words/en/assessments'
import { addWords } from '../add-words.ts'

addWords('assessments', assessments)
