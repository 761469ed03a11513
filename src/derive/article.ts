/** A noun with its indefinite article: `a service order`, `an alarm`, `a usage`. */
export function aOrAn(noun: string): string {
  return `${/^[aeiou]/i.test(noun) && !/^(use|usage|uni)/i.test(noun) ? 'an' : 'a'} ${noun}`
}
