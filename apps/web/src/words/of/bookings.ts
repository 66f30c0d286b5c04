import { bookings } from '@commonweal/words/en/bookings'
import { addWords } from '../add-words.ts'

addWords('bookings', bookings)
