import { common } from '@commonweal/words/en/common'
import { addWords } from '../add-words.ts'

addWords('common', common)
