/**
 * The table of refusals: every answer that says no, its HTTP status and its reason (TMF630 part 1, error
 * representation; codes as decided in the wire contract, section 23).
 * A refusal is the caller's business: thrown with `throw refuse(…)` and met once, at the edge.
 */
interface RefusalFacts {
  readonly status: number
  readonly reason: string
}

export const refusals = {
  malformedJson: { status: 400, reason: 'The request body is not JSON' },
  invalidBody: { status: 400, reason: 'The request body has the wrong shape' },
  bodyRequired: { status: 400, reason: 'A request body is required' },
  bodyTooDeep: { status: 400, reason: 'The request body is nested too deeply' },
  validationFailed: { status: 400, reason: 'The request body is not valid' },
  missingAttribute: { status: 400, reason: 'A required attribute is missing' },
  invalidFormat: { status: 400, reason: 'A value has the wrong type or format' },
  invalidEnumValue: { status: 400, reason: 'A value is not among those allowed' },
  invalidAttributeName: { status: 400, reason: 'An attribute name is not allowed' },
  unknownAttribute: { status: 400, reason: 'An attribute is not known' },
  duplicateItemId: { status: 400, reason: 'Two elements of a list have the same id' },
  attributeNotAllowedOnCreate: { status: 400, reason: 'Attribute is set by the server' },
  attributeNotPatchable: { status: 400, reason: 'Attribute cannot be changed' },
  invalidPatch: { status: 400, reason: 'The patch cannot be read' },
  invalidPattern: { status: 400, reason: 'The pattern cannot be used' },
  invalidQuery: { status: 400, reason: 'The query string cannot be read' },
  unknownQueryAttribute: { status: 400, reason: 'Unknown attribute in query' },
  unknownOperator: { status: 400, reason: 'Unknown operator in query' },
  invalidFilterValue: { status: 400, reason: 'A filter value does not fit its attribute' },
  invalidJsonPath: { status: 400, reason: 'The JSONPath cannot be read' },
  invalidSort: { status: 400, reason: 'The order cannot be read' },
  invalidFields: { status: 400, reason: 'The selection of attributes cannot be read' },
  invalidExpand: { status: 400, reason: 'What to expand cannot be read' },
  invalidPaging: { status: 400, reason: 'Paging parameters are not valid' },
  offsetTooLarge: { status: 400, reason: 'The offset is too large' },
  invalidCursor: { status: 400, reason: 'The cursor cannot be used' },
  queryTooComplex: { status: 400, reason: 'The query is too complex' },
  queryTooExpensive: { status: 400, reason: 'The query takes too long' },
  invalidHeader: { status: 400, reason: 'A request header is not valid' },
  invalidHost: { status: 400, reason: 'The host name is not valid' },
  invalidCallback: { status: 400, reason: 'The callback is not a usable URL' },
  callbackNotAllowed: { status: 400, reason: 'The callback may not be called' },
  unknownEventType: { status: 400, reason: 'Unknown event type' },
  referencedEntityNotFound: { status: 400, reason: 'A referenced resource does not exist' },
  invalidSchema: { status: 400, reason: 'The JSON Schema cannot be used' },
  schemaNotAvailable: { status: 400, reason: 'The schema of a type is not available' },
  unknownType: { status: 400, reason: 'The type does not belong here' },
  invalidExpression: { status: 400, reason: 'An expression of the catalogue cannot be read' },
  forbidden: { status: 403, reason: 'The caller lacks a right' },
  noSuchPath: { status: 404, reason: 'No such path' },
  resourceNotFound: { status: 404, reason: 'Resource not found' },
  methodNotAllowed: { status: 405, reason: 'Method not allowed' },
  notAcceptable: { status: 406, reason: 'No acceptable representation' },
  duplicateId: { status: 409, reason: 'The id is taken' },
  stateTransitionNotAllowed: { status: 409, reason: 'State change not allowed' },
  resourceLocked: { status: 409, reason: 'The resource can no longer be changed' },
  resourceReferenced: { status: 409, reason: 'Resource is in use' },
  resourceNotDeletable: { status: 409, reason: 'Resource cannot be deleted' },
  taskAlreadyOpen: { status: 409, reason: 'A task of this kind is already open' },
  duplicateSubscription: { status: 409, reason: 'The subscription exists already' },
  limitReached: { status: 409, reason: 'A limit is reached' },
  patchTargetMissing: { status: 409, reason: 'What the patch names is not there' },
  patchTargetAmbiguous: { status: 409, reason: 'What the patch names is not one thing' },
  patchTestFailed: { status: 409, reason: 'A test of the patch fails' },
  idempotencyKeyReused: { status: 409, reason: 'The idempotency key was used for another request' },
  idempotencyInProgress: { status: 409, reason: 'The first request with this key is still running' },
  businessRuleViolated: { status: 409, reason: 'A business rule is violated' },
  preconditionFailed: { status: 412, reason: 'Resource was changed meanwhile' },
  bodyTooLarge: { status: 413, reason: 'The request body is too large' },
  uriTooLong: { status: 414, reason: 'The request target is too long' },
  unsupportedMediaType: { status: 415, reason: 'The media type is not supported' },
  rangeNotSatisfiable: { status: 416, reason: 'The range is beyond the end' },
  preconditionRequired: { status: 428, reason: 'The request must name the revision it is for' },
  rateLimited: { status: 429, reason: 'Too many requests' },
  headersTooLarge: { status: 431, reason: 'The request headers are too large' },
  internalError: { status: 500, reason: 'Internal error' },
  jsonPathFeatureNotSupported: { status: 501, reason: 'A feature of JSONPath is not supported' },
  notImplemented: { status: 501, reason: 'This part of HTTP is not supported' },
  unavailable: { status: 503, reason: 'The service is not available' },
  overloaded: { status: 503, reason: 'The service has too much to do' },
  shuttingDown: { status: 503, reason: 'The service is shutting down' },
} as const satisfies Record<string, RefusalFacts>

export type RefusalCode = keyof typeof refusals

/** One finding of several, with the path of the attribute it is about. */
export interface Finding {
  readonly code: RefusalCode | 'referencedBy' | 'changed'
  readonly path: string
  readonly message: string
}

/** What a refusal says beyond its code and message. */
export interface RefusalDetail {
  readonly errorItem?: readonly Finding[]
  readonly currentState?: string
  readonly allowedTransition?: readonly string[]
  readonly referenceError?: string
  /** Response headers, such as `Allow` or `ETag`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An expected "no": a code of the table, and a message that tells what to do. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail

  constructor(code: RefusalCode, message: string, detail: RefusalDetail = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return refusals[this.code].status
  }
}

/** A refusal to throw: `throw refuse('resourceNotFound', "serviceOrder 'x' does not exist")`. */
export function refuse(code: RefusalCode, message: string, detail?: RefusalDetail): Refusal {
  return new Refusal(code, message, detail)
}

/** As many findings as a refusal names; whoever looks for more may stop after one more. */
export const mostFindings = 100

/** One refusal for a list of findings: its own code when there is one, `validationFailed` for several. */
export function refuseFindings(findings: readonly Finding[]): Refusal {
  const [first] = findings
  if (first === undefined) throw new Error('no findings to refuse')
  const sentence = `${first.path} ${first.message}`
  if (findings.length === 1 && first.code in refusals) {
    return refuse(first.code as RefusalCode, sentence, { errorItem: findings })
  }
  const count = findings.length > mostFindings ? `More than ${mostFindings}` : findings.length
  const message = `${count} problems; first: ${sentence}`
  return refuse('validationFailed', message, { errorItem: findings.slice(0, mostFindings) })
}
