/** RFC 7396: a patch that looks like the document; `null` removes, objects merge, arrays are replaced whole. */
import type { JsonObject } from './validate.ts'

/** The document after the patch. Neither argument is changed. */
export function mergePatch(document: JsonObject, patch: JsonObject): JsonObject {
  const merged: JsonObject = { ...document }
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else
      merged[name] = isObject(value) ? mergePatch(isObject(merged[name]) ? merged[name] : {}, value) : value
  }
  return merged
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
