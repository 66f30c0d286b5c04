import { notices } from '@commonweal/words/en/notices'
import { addWords } from '../add-words.ts'

addWords('notices', notices)
