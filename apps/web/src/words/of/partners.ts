import { partners } from '@commonweal/words/en/partners'
import { addWords } from '../add-words.ts'

addWords('partners', partners)
