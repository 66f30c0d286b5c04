import { accounts } from '@commonweal/words/en/accounts'
import { addWords } from '../add-words.ts'

addWords('accounts', accounts)
