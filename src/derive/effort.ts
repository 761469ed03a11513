/** What a client asks for may cost so much and no more, in memory, where no database stops it. */
import { type Refusal, refuse } from '../declare/index.ts'

/** Units of work for one document; a value that is looked at is one. */
const forDocument = 500_000

const tooExpensive = refuse(
  'queryTooExpensive',
  'The query would look at too many values; ask for less of the document',
)

export class Effort {
  #left: number
  readonly #refusal: Refusal

  constructor(units = forDocument, refusal = tooExpensive) {
    this.#left = units
    this.#refusal = refusal
  }

  /** Throws the refusal when there is too little left. */
  spend(units: number): void {
    this.#left -= units
    if (this.#left < 0) throw this.#refusal
  }
}
