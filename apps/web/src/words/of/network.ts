import { network } from '@commonweal/words/en/network'
import { addWords } from '../add-words.ts'

addWords('network', network)
