/** The words of a JSONPath, taken one by one from its text. A fault names the position. */
import { type Refusal, refuse } from '../declare/index.ts'

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

export class JsonPathTokens {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get isAtEnd(): boolean {
    this.skipBlanks()
    return this.#at >= this.#text.length
  }

  skipBlanks(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++
  }

  isNext(symbol: string): boolean {
    this.skipBlanks()
    return this.#text.startsWith(symbol, this.#at)
  }

  /** Takes a symbol when it is the next. */
  take(symbol: string): boolean {
    if (!this.isNext(symbol)) return false
    this.#at += symbol.length
    return true
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) throw this.fault(`'${symbol}'`)
  }

  /** Whether a dot and a member follow; `.length()` is none. */
  isBeforeMember(): boolean {
    this.refuseDescent()
    if (!this.isNext('.') || this.#matches(/\.\s*length\s*\(/y)) return false
    if (this.#matches(/\.\s*\*/y)) throw this.unsupported('a wildcard for members')
    return true
  }

  refuseDescent(): void {
    if (this.isNext('..')) throw this.unsupported('..')
  }

  /** Takes `.length()`. */
  takeLength(): boolean {
    this.skipBlanks()
    return this.#takeMatch(/\.\s*length\s*\(\s*\)/y) !== undefined
  }

  takeName(): string | undefined {
    this.skipBlanks()
    const name = this.#takeMatch(/@?[A-Za-z_][A-Za-z0-9_-]*/y)
    if (name !== undefined && this.isNext('(')) throw this.unsupported(`the function ${name}()`)
    return name
  }

  name(): string {
    const name = this.takeName()
    if (name === undefined) throw this.fault('an attribute')
    return name
  }

  takeWord(word: string): string | undefined {
    this.skipBlanks()
    return this.#takeMatch(new RegExp(`${word}(?![A-Za-z0-9_])`, 'y'))
  }

  takeNumber(): string | undefined {
    this.skipBlanks()
    return this.#takeMatch(/-?\d+(\.\d+)?([eE][+-]?\d{1,3})?(?![A-Za-z0-9_])/y)
  }

  /** Takes a text in single or double quotes, with the escapes of JSON. */
  takeText(): string | undefined {
    this.skipBlanks()
    const quote = this.#text[this.#at]
    if (quote !== "'" && quote !== '"') return undefined
    let text = ''
    for (this.#at++; this.#text[this.#at] !== quote; this.#at++) {
      if (this.#at >= this.#text.length) throw this.fault(`the closing ${quote}`)
      text += this.#text[this.#at] === '\\' ? this.#escaped() : this.#text[this.#at]
    }
    // Half of a character has no place in JSON.
    if (/\p{Cs}/u.test(text)) throw this.fault('a text of whole characters')
    this.#at++
    return text
  }

  #escaped(): string {
    const [, hex] = /^\\u([0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 6)) ?? []
    if (hex !== undefined && hex !== '0000') {
      this.#at += 5
      return String.fromCharCode(Number.parseInt(hex, 16))
    }
    const character = this.#text[++this.#at] ?? ''
    if (!/^[bfnrt"'\\/]$/.test(character)) throw this.fault('an escape of JSON')
    return escapes[character] ?? character
  }

  /** Takes `/pattern/` and the flag `i`. */
  regularExpression(): { readonly pattern: string; readonly ignoresCase: boolean } {
    this.skipBlanks()
    const whole = this.#takeMatch(/\/((?:\\.|[^\\/])*)\/(i?)(?![A-Za-z0-9_])/sy)
    if (whole === undefined) throw this.fault('a pattern such as /^a/ or /^a/i')
    const end = whole.lastIndexOf('/')
    const pattern = whole.slice(1, end).replace(/\\(.)/gs, (whole, next) => (next === '/' ? '/' : whole))
    return { pattern, ignoresCase: whole.endsWith('i') && end < whole.length - 1 }
  }

  fault(expected: string): Refusal {
    this.skipBlanks()
    const found = this.#at < this.#text.length ? `'${this.#text.slice(this.#at, this.#at + 10)}'` : 'the end'
    const message = `at position ${this.#at + 1} there is ${found} where ${expected} is expected`
    return refuse('invalidJsonPath', `In '${this.#text.slice(0, 100)}', ${message}`)
  }

  unsupported(feature: string): Refusal {
    const message = `${feature} (position ${this.#at + 1}) is not offered; offered: attributes, [*], [n] and [?(…)]`
    return refuse('jsonPathFeatureNotSupported', message)
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#text)
  }

  #takeMatch(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#text) ?? []
    if (found !== undefined) this.#at += found.length
    return found
  }
}
