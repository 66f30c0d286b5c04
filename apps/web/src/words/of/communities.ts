import { communities } from '@commonweal/words/en/communities'
import { addWords } from '../add-words.ts'

addWords('communities', communities)
