import { search } from '@commonweal/words/en/search'
import { addWords } from '../add-words.ts'

addWords('search', search)
