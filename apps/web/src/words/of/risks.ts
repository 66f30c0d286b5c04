import { risks } from '@commonweal/words/en/risks'
import { addWords } from '../add-words.ts'
import './levels.ts'

addWords('risks', risks)
