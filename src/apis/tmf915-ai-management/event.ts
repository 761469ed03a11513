/** TMF915 AI Management 4.0.0. */
import { dateTime } from '../../declare/index.ts'
import { Event as TopicEvent } from '../tmf688-event/event.ts'
import { Topic } from './topic.ts'

/** The events of TMF688; the file spells the time of what happened right, and events have it both ways. */
export const Event = TopicEvent.again({
  within: Topic,
  fields: {
    ...TopicEvent.fields,
    timeOccurred: dateTime('When the thing reported actually happened'),
  },
})
