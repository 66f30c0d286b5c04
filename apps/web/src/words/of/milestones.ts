import { milestones } from '@commonweal/words/en/milestones'
import { addWords } from '../add-words.ts'

addWords('milestones', milestones)
