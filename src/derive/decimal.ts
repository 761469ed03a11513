/**
 * Sums of money and quantities, exact: the numbers of JSON are decimal as written, but JavaScript adds them as binary
 * fractions and makes 0.30000000000000004 of 0.1 and 0.2.
 */
import { refuse } from '../declare/index.ts'

/** A decimal number without a limit of digits. */
export class Decimal {
  static readonly zero = new Decimal(0n, 0)
  readonly #digits: bigint
  readonly #scale: number

  private constructor(digits: bigint, scale: number) {
    this.#digits = digits
    this.#scale = scale
  }

  /** The decimal that a number of JSON, or a text of digits such as the database answers, is written as. */
  static of(number: number | string): Decimal {
    const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(number))
    if (parts === null) throw new Error(`${number} is not a decimal number`)
    const [, sign, whole, fraction = '', exponent = '0'] = parts
    const digits = BigInt(`${sign}${whole}${fraction}`)
    const scale = fraction.length - Number(exponent)
    return scale < 0 ? new Decimal(digits * 10n ** BigInt(-scale), 0) : new Decimal(digits, scale)
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.#scale, other.#scale)
    return new Decimal(this.#at(scale) + other.#at(scale), scale)
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated)
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.#digits * other.#digits, this.#scale + other.#scale)
  }

  /** A quotient, rounded to so many places. */
  dividedBy(other: Decimal, places: number): Decimal {
    const digits = this.#digits * 10n ** BigInt(other.#scale + places + 1)
    return new Decimal(digits / (other.#digits * 10n ** BigInt(this.#scale)), places + 1).rounded(places)
  }

  /** This many hundredths of a number. */
  percentOf(other: Decimal): Decimal {
    return this.times(other).times(Decimal.of('0.01'))
  }

  get negated(): Decimal {
    return new Decimal(-this.#digits, this.#scale)
  }

  /** To so many places after the point; a half goes away from zero, as on a bill. */
  rounded(places: number): Decimal {
    if (this.#scale <= places) return this
    const unit = 10n ** BigInt(this.#scale - places)
    const half = this.#digits < 0n ? -unit / 2n : unit / 2n
    return new Decimal((this.#digits + half) / unit, places)
  }

  get isNegative(): boolean {
    return this.#digits < 0n
  }

  get isPositive(): boolean {
    return this.#digits > 0n
  }

  isLessThan(other: Decimal): boolean {
    return this.minus(other).isNegative
  }

  equals(other: Decimal): boolean {
    return this.minus(other).#digits === 0n
  }

  /** As a number of JSON. Refused when it has more digits than such a number keeps. */
  get number(): number {
    const number = Number(this.text)
    if (Number.isFinite(number) && Decimal.of(number).equals(this)) return number
    throw refuse(
      'businessRuleViolated',
      `An amount of ${this.text.slice(0, 40)} has too many digits to be kept`,
    )
  }

  get text(): string {
    const digits = (this.isNegative ? -this.#digits : this.#digits).toString().padStart(this.#scale + 1, '0')
    const point = digits.length - this.#scale
    const fraction = digits.slice(point).replace(/0+$/, '')
    return `${this.isNegative ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`
  }

  #at(scale: number): bigint {
    return this.#digits * 10n ** BigInt(scale - this.#scale)
  }
}
