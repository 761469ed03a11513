/** What is told of an event, whether it is about the data of devices or about the devices themselves. */
import { any, dateTime, text } from '../../declare/index.ts'

export const eventFields = {
  correlationId: text('The identifier that ties connected events together'),
  description: text('What happened, in plain words'),
  domain: text('Which business area it comes from'),
  eventId: text('The identifier of this notice'),
  eventTime: dateTime('When the event took place'),
  eventType: text('Which kind of event it is'),
  priority: text('How urgent the event is'),
  timeOcurred: dateTime('When the thing reported actually happened'),
  title: text('A short heading for the event'),
  event: any('The content, such as a reading or the device concerned'),
}
