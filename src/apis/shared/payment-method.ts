/** The means of paying there are, each with what it has beyond all of them (TMF670). */
import { dateTime, list, part, text, type, uri } from '../../declare/index.ts'
import { AttachmentRefOrValue, Quantity } from './common.ts'

const bankAccount = {
  accountNumber: text('Number of the bank account, such as an IBAN'),
  accountNumberType: text('What sort of number it is, such as IBAN'),
  BIC: text('Code of the bank that keeps the account'),
  owner: text('Who the bank account belongs to'),
  bank: text('The bank, as people call it'),
}

const DirectDebit = type('DirectDebit', 'Leave to collect what is due from a bank account, again and again', {
  ...bankAccount,
  mandateId: text('What the mandate is known by'),
  mandateStatus: text('Whether the mandate is active, inactive or pending'),
  mandateType: text('Whether the mandate is for one use or for many').mandatory,
  mandateCategory: text('The scheme of the mandate, such as core or b2b'),
  signature: text('How the mandate was signed electronically'),
  signatureDate: dateTime('When the mandate was signed'),
  mandateStatusDate: dateTime('When the mandate last moved to another status'),
  firstDebitDate: dateTime('When money is collected for the first time').mandatory,
  lastDebitDate: dateTime('When money is collected for the last time'),
  cancellationDate: dateTime('When either side ended the mandate'),
  accountNumber: bankAccount.accountNumber.mandatory,
  reference: text('What the debtor recognises the debit by'),
  owner: bankAccount.owner.mandatory,
  bank: bankAccount.bank.mandatory,
  attachment: list(AttachmentRefOrValue, 'Files that go with the mandate'),
})

const Voucher = type('Voucher', 'A code that is worth something', {
  code: text('What is written on the voucher').mandatory,
  value: part(Quantity, 'How much the voucher is worth').mandatory,
  discount: text('What a voucher for a discount takes off'),
  expirationDate: dateTime('Until when it can be redeemed').mandatory,
  campaign: text('The campaign the voucher was given out for'),
})

const TokenizedCard = type('TokenizedCard', 'A card that a token stands for', {
  brand: text('The brand of the card, for showing'),
  cardType: text('The kind of card, for showing'),
  lastFourDigits: text('How the number of the card ends').mandatory,
  tokenType: text('What sort of token it is, such as emv'),
  token: text('The characters that stand for the card'),
  issuer: text('Who gave out the token'),
  expirationDate: dateTime('Until when the card can be used').mandatory,
  countryOfIssue: text('Country the card comes from, by its two letters'),
})

const DigitalWallet = type('DigitalWallet', 'A balance kept by a payment service', {
  service: text('Whose wallet it is, such as a platform or currency').mandatory,
  walletId: text('What the account is called there').mandatory,
  walletUrl: uri('Web address of the wallet').mandatory,
})

const Check = type('Check', 'A written order to a bank to pay', {
  checkId: text('Number of the check').mandatory,
  drawer: text('Who wrote the check').mandatory,
  payee: text('Who is to be paid').mandatory,
  signedDate: dateTime('When the check was signed').mandatory,
  bank: text('The bank that is to pay').mandatory,
})

const Cash = type('Cash', 'Notes and coins', {})

const BankCard = type('BankCard', 'A card given out by a bank', {
  brand: text('The brand of the card').mandatory,
  cardType: text('The kind of card, such as credit or debit'),
  cardNumber: text('The number on the card').mandatory,
  expirationDate: dateTime('Until when the card can be used').mandatory,
  cvv: text('The short code that proves the card is at hand'),
  lastFourDigits: text('How the number of the card ends'),
  nameOnCard: text('The name written on the card').mandatory,
  bank: text('The bank that gave it out'),
})

const BankAccountTransfer = type('BankAccountTransfer', 'Money sent from a bank account', {
  ...bankAccount,
  accountNumber: bankAccount.accountNumber.mandatory,
  owner: bankAccount.owner.mandatory,
  bank: bankAccount.bank.mandatory,
})

/** Its attributes stay optional: a payload that names this type and nothing of it is an official one. */
const BankAccountDebit = type('BankAccountDebit', 'Money taken from a bank account', bankAccount)

export const paymentMethods = [
  BankAccountDebit,
  BankAccountTransfer,
  BankCard,
  Cash,
  Check,
  DigitalWallet,
  DirectDebit,
  TokenizedCard,
  Voucher,
] as const
