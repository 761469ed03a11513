/** The schemas every API has: errors, subscriptions, and the envelope of events (wire contract, sections 21, 23). */
import type { ApiPage, ResourcePage } from '../declare/index.ts'
import type { JsonSchema } from '../derive/schema.ts'
import { generationOf } from './generation.ts'
import { envelope, objectSchema } from './schema.ts'
import { typeNameOf } from './type-name.ts'

const text = (description: string): JsonSchema => ({ type: 'string', description })
const dateTime = (description: string): JsonSchema => ({ type: 'string', format: 'date-time', description })

/** The schemas of errors and subscriptions, by name. */
export function fixedSchemas(api: ApiPage): [string, JsonSchema][] {
  const { hub } = generationOf(api)
  return [
    ['Error', errorSchema],
    [hub.input, subscriptionSchema(api, false)],
    [hub.output, subscriptionSchema(api, true)],
  ]
}

const findingSchema = objectSchema(
  'One problem of several',
  {
    code: text('Which refusal it is'),
    path: text('The attribute it is about'),
    message: text('What is wrong with it'),
  },
  ['code', 'path', 'message'],
)

const errorSchema = objectSchema(
  'Every answer that says no',
  {
    code: text('Which refusal it is; stable'),
    reason: text('The refusal in words, the same for all of its code'),
    message: text('What exactly is wrong, and what to do'),
    status: text('The HTTP status'),
    referenceError: {
      type: 'string',
      format: 'uri',
      description: 'What it collides with, or where to read more',
    },
    currentState: text('The state of the resource, when it does not allow the request'),
    allowedTransition: {
      type: 'array',
      items: { type: 'string' },
      description: 'The states the caller may move it to',
    },
    errorItem: { type: 'array', items: findingSchema, description: 'Each problem, when there are several' },
    ...envelope,
  },
  ['code', 'reason'],
)

function subscriptionSchema({ generation }: ApiPage, isStored: boolean): JsonSchema {
  const types = generation === 5 ? ['@type'] : []
  const sent = {
    callback: { type: 'string', format: 'uri', description: 'Where events are posted to' },
    query: text('Which events are wanted, such as eventType=ServiceOrderStateChangeEvent; all when absent'),
  }
  const later = generation === 5 ? envelope : {}
  if (!isStored)
    return objectSchema('A wish to be told of events', { ...sent, ...later }, ['callback', ...types])
  const stored = {
    id: text('Identifier of the subscription'),
    ...sent,
    ...later,
    status: { type: 'string', enum: ['active', 'suspended'], description: 'Whether events are being sent' },
    pendingEvents: { type: 'integer', description: 'How many events are yet to be sent' },
    lastError: text('Why the last attempt failed'),
  }
  return objectSchema('A subscription to events', stored, ['id', 'callback', ...types])
}

const reference = { id: text('Identifier'), href: text('Where it can be read') }
const source = objectSchema('What the event arose from', { ...reference, '@referredType': text('Its type') })
const reportingSystem = objectSchema('Who reports it', { ...reference, name: text('Name') })

/** An event of a type: the envelope of TMF630 part 1, around the resource. */
export function eventSchema(api: ApiPage, type: string): JsonSchema {
  // The v4 files spell it so.
  const occurred = { timeOcurred: dateTime('When it happened') }
  const later = generationOf(api).hasSwagger
    ? {}
    : { timeOccurred: dateTime('When it happened'), source, reportingSystem, ...envelope }
  return objectSchema(`${type} as it is posted to a listener`, {
    eventId: text('Identifier of the event; the same at every repeated delivery'),
    eventTime: dateTime('When it was recorded'),
    eventType: text('The type of the event'),
    correlationId: text('The golden thread it belongs to'),
    domain: text('The API it comes from'),
    title: text('The type in words'),
    description: text('What happened, in words'),
    priority: text('How urgent it is'),
    ...occurred,
    ...later,
    fieldPath: text('The attributes that changed, where the type tells them'),
    event: { $ref: `#/components/schemas/${type}Payload`, description: 'The resource it is about' },
  })
}

/** What an event carries: the resource as it is after the change. */
export function payloadSchema(page: ResourcePage): JsonSchema {
  const resource = {
    $ref: `#/components/schemas/${typeNameOf(page)}`,
    description: 'The resource as it was afterwards',
  }
  return objectSchema(`The ${page.member} of an event`, { [page.member]: resource })
}
