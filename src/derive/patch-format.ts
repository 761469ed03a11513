/**
 * The ways a client may say what is to change (wire contract, section 12). Each reads a body and gives a pure function
 * from a document to the one after the change; what is then allowed is judged for all of them alike.
 */
import type { ResourcePage } from '../declare/index.ts'
import type { JsonObject } from './json.ts'
import { jsonPatch } from './json-patch.ts'
import { jsonPatchQuery } from './json-patch-query.ts'
import { mergePatch } from './merge-patch.ts'
import { readObject } from './validate.ts'

/** Reads a body: throws what is wrong with it whatever the document; the function it gives may refuse a document. */
export type ChangeFormat = (page: ResourcePage, body: unknown) => (document: JsonObject) => unknown

/** RFC 7396. */
export const merging: ChangeFormat = (_page, body) => {
  const changes = readObject(body)
  return (document) => mergePatch(document, changes)
}

/** By media type, in the order `Accept-Patch` names them. */
export const patchFormats: Readonly<Record<string, ChangeFormat>> = {
  'application/merge-patch+json': merging,
  'application/json': merging,
  'application/json-patch+json': (_page, body) => jsonPatch(body),
  'application/json-patch-query+json': jsonPatchQuery,
}
