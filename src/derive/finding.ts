/** What a validator found, in our words: a code of the table of refusals, where it is, and what would be right. */

import type { ErrorObject } from 'ajv'
import type { Finding } from '../declare/index.ts'
import { aOrAn } from './article.ts'
import { isSchemaObject } from './json-schema.ts'
import { nearest } from './nearest.ts'

/** A finding; undefined for an error that only repeats others. */
export function findingOf(error: ErrorObject): Finding | undefined {
  const at = pathOf(error.instancePath)
  const under = (name: string) => (at === '' ? name : `${at}.${name}`)
  // An empty text that is required is missing, whatever else it is not.
  const isEmpty = error.data === '' && error.parentSchema?.minLength !== undefined
  switch (isEmpty ? 'minLength' : error.keyword) {
    // The branch that was taken says what is wrong.
    case 'if':
      return undefined
    case 'required': {
      const missing = String(error.params.missingProperty)
      return { code: 'missingAttribute', path: under(missing), message: 'is required' }
    }
    case 'minLength':
    case 'minItems':
      return { code: 'missingAttribute', path: at, message: 'is required and must not be empty' }
    case 'additionalProperties': {
      const extra = String(error.params.additionalProperty)
      const { properties } = error.parentSchema ?? {}
      const known = isSchemaObject(properties) ? Object.keys(properties) : []
      return {
        code: 'unknownAttribute',
        path: under(extra),
        message: `is not known here${nearest(extra, known)}`,
      }
    }
    case 'enum': {
      const values = (error.schema as unknown[]).join(', ')
      return { code: 'invalidEnumValue', path: at, message: `must be one of ${values}` }
    }
    case 'format':
      return {
        code: 'invalidFormat',
        path: at,
        message: 'must be a date-time such as 2026-03-01T09:00:00.000Z',
      }
    case 'type':
      return {
        code: 'invalidFormat',
        path: at || 'the body',
        message: `must be ${aOrAn(String(error.schema))}`,
      }
    case 'minimum':
    case 'maximum':
      return { code: 'invalidFormat', path: at, message: 'must be an integer of at most 2^53 - 1' }
    default:
      return { code: 'invalidFormat', path: at, message: error.message ?? 'is not valid' }
  }
}

/** `/serviceOrderItem/0/action` as people write it: `serviceOrderItem[0].action`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
      '',
    )
}
