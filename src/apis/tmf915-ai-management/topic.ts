/** TMF915 AI Management 4.0.0. */
import { Topic as EventTopic } from '../tmf688-event/topic.ts'

/** The topics of TMF688. */
export const Topic = EventTopic.again()
