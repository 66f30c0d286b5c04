import { explanations } from '@commonweal/words/en/explanations'
import { addWords } from '../add-words.ts'

addWords('explanations', explanations)
