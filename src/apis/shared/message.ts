/** The request and the answer that a monitor tells of. */
import { list, text, type } from '../../declare/index.ts'

export const HeaderItem = type('HeaderItem', 'A named value carried in a message header', {
  name: text('What the header entry is called, such as locale').mandatory,
  value: text('What the header entry says, such as en-us').mandatory,
})

export const Request = type('Request', 'A message asking for something to be done', {
  body: text('Main content sent, such as a filled-in form').mandatory,
  method: text('Which protocol carries the message, such as http'),
  to: text('Where the message is sent, such as a web address'),
  header: list(HeaderItem, 'Header entries sent along, such as locale').mandatory,
})

export const Response = type('Response', 'A message sent back to answer a request', {
  body: text('Main content returned, such as a web page').mandatory,
  statusCode: text('How the request turned out, such as 200 or 400'),
  header: list(HeaderItem, 'Header entries returned, such as the agreed locale').mandatory,
})
