import { shell } from '@commonweal/words/en/shell'
import { addWords } from '../add-words.ts'

addWords('shell', shell)
