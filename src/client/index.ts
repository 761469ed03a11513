/**
 * A typed client for any server that speaks the TM Forum Open APIs, for browsers and Node, without dependencies.
 * What it knows of a resource it reads from its page: `client.at(ServiceOrderingApi, ServiceOrder)`.
 */
export { Client } from './client.ts'
export type { Collection, Listing, Result } from './collection.ts'
export type { ClientOptions } from './connection.ts'
export type { TmfEvent } from './events.ts'
export { NotYetDone } from './not-yet-done.ts'
export type { ListQuery, Where } from './query.ts'
export { RequestRefused } from './request-refused.ts'
