/** What a query may cost in memory, where no database stops it: nothing a client asks may keep the process busy. */
import { refuse } from '../declare/index.ts'

/** Units of work for one document; a value that is looked at is one. */
const forDocument = 500_000

export class Effort {
  #left: number

  constructor(units = forDocument) {
    this.#left = units
  }

  /** Throws `queryTooExpensive` when there is too little left. */
  spend(units: number): void {
    this.#left -= units
    if (this.#left < 0) {
      throw refuse(
        'queryTooExpensive',
        'The query would look at too many values; ask for less of the document',
      )
    }
  }
}
