import { problems } from '@commonweal/words/en/problems'
import { addWords } from '../add-words.ts'

addWords('problems', problems)
