/** TMF681 Communication 4.0.0. */
import { dateTime, integer, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { messageMoves, messageStates } from './moves.ts'
import { Attachment, Receiver, Sender } from './parts.ts'

export const CommunicationMessage = resource('CommunicationMessage', {
  meaning: 'A message sent to customers or staff',
  path: 'communicationMessage',

  fields: {
    content: text('What the message says').mandatory,
    description: text('What the message is about, for those handling it'),
    logFlag: yesNo('Whether sending it is kept on record'),
    messageType: text('How it travels: as text, email or app notification').mandatory,
    priority: text('How urgent it is, lowest number first'),
    scheduledSendTime: dateTime('When the message is meant to go out'),
    sendTime: dateTime('When the message went out'),
    sendTimeComplete: dateTime('When sending the message was finished'),
    subject: text('Headline shown above the message'),
    tryTimes: integer('How often delivery may be tried again'),
    attachment: list(Attachment, 'Files sent along with the message'),
    characteristic: list(Characteristic, 'Further properties of the message'),
    receiver: list(Receiver, 'Those who should get the message').mandatory,
    sender: part(Sender, 'Who the message comes from').mandatory,
    state: oneOf(messageStates, 'How far the message has come'),
  },
  nonEmpty: ['receiver'],

  lifecycle: { of: 'state', starts: 'initial', moves: messageMoves },
  findBy: ['state', 'messageType', 'scheduledSendTime'],
  announces: ['stateChanged'],
})
