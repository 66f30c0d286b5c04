import { risks } from '@commonweal/words/en/risks'
import { addWords } from '../add-words.ts'

addWords('risks', risks)
