/** Parts that only TMF681 has, or has otherwise than the shared ones. */
import { entity, part, text, type } from '../../declare/index.ts'
import { Quantity, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'

export const Attachment = entity('Attachment', 'A document, picture or video that goes with something', {
  attachmentType: text('What it is for, such as logo or manual'),
  content: text('The file itself, when it is carried along'),
  description: text('What the file contains, in words'),
  mimeType: text('Which file format it has'),
  name: text('What the file is called'),
  url: text('URL where the file can be fetched'),
  size: part(Quantity, 'How large the file is'),
  validFor: part(TimePeriod, 'When the file applies'),
})

export const Receiver = type('Receiver', 'Someone a message is sent to', {
  id: text('Identifier of this receiver'),
  appUserId: text('Who they are in the mobile app'),
  email: text('Where mail reaches them'),
  ip: text('The network address that a message reaches them at'),
  name: text('What the one receiving is called'),
  phoneNumber: text('The number that text messages for them go to'),
  party: part(RelatedParty, 'The person or company that receives'),
})

export const Sender = type('Sender', 'Who a message comes from', {
  id: text('Identifier of this sender'),
  email: text('The mail address the message comes from'),
  name: text('What the one sending is called'),
  phoneNumber: text('The number that a text message comes from'),
  party: part(RelatedParty, 'The person or company that sends'),
})
