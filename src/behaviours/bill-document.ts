/** A bill as a page a customer can look at and print. */
import type { JsonObject } from '../derive/json.ts'
import type { Amount } from '../derive/money.ts'

/** The bill as an attachment: HTML in UTF-8, in base64. */
export function billDocument(bill: JsonObject, charges: readonly JsonObject[]): JsonObject {
  const bytes = Buffer.from(pageOf(bill, charges), 'utf8')
  return {
    id: '1',
    attachmentType: 'bill',
    name: `${bill.billNo}.html`,
    description: 'The bill to look at',
    mimeType: 'text/html; charset=utf-8',
    content: bytes.toString('base64'),
    size: { amount: bytes.length, units: 'byte' },
  }
}

function pageOf(bill: JsonObject, charges: readonly JsonObject[]): string {
  const account = bill.billingAccount as { id: string; name?: string }
  const taxes = (bill.taxItem ?? []) as JsonObject[]
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>Bill ${escaped(bill.billNo)}</title></head>`,
    '<body>',
    `<h1>Bill ${escaped(bill.billNo)}</h1>`,
    `<p>Account ${escaped(account.name ?? account.id)}</p>`,
    `<p>Made out on ${day(bill.billDate)}, to be paid by ${day(bill.paymentDueDate)}</p>`,
    '<table>',
    row('th', ['Charge', 'From', 'To', 'Before tax', 'With tax']),
    ...charges.map((charge) => {
      const { startDateTime, endDateTime } = (charge.periodCoverage ?? {}) as JsonObject
      const what = [charge.name, charge.description].filter((part) => part !== undefined).join(', ')
      const sums = [money(charge.taxExcludedAmount), money(charge.taxIncludedAmount)]
      return row('td', [escaped(what), day(startDateTime), day(endDateTime), ...sums])
    }),
    ...taxes.map((tax) => {
      const what = `Tax ${escaped(tax.taxCategory ?? '')} ${escaped(tax.taxRate ?? '')} %`
      return row('td', [what, '', '', '', money(tax.taxAmount)])
    }),
    row('th', ['Total', '', '', money(bill.taxExcludedAmount), money(bill.taxIncludedAmount)]),
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const row = (cell: 'td' | 'th', cells: readonly string[]): string =>
  `<tr>${cells.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`

const day = (date: unknown): string => escaped(typeof date === 'string' ? date.slice(0, 10) : '')

function money(sum: unknown): string {
  const { value, unit } = (sum ?? {}) as Amount
  return value === undefined ? '' : escaped(`${value} ${unit ?? ''}`.trim())
}

/** What is named by customers and catalogues must not become part of the page. */
function escaped(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
