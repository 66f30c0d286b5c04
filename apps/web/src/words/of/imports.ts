import { imports } from '@commonweal/words/en/imports'
import { addWords } from '../add-words.ts'

addWords('imports', imports)
