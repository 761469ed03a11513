/** A JSON Schema, or a part of one that is an object. */
export interface JsonSchema {
  [keyword: string]: unknown
}

/** Whether a value can be a schema with keywords. */
export function isSchemaObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
