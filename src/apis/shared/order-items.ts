/**
 * The lines of an order as a collection below it, an addition of ours: to page through an order of thousands, and to
 * find some of its lines. They are kept in the order, and changed by changing it.
 */
import { ResourcePage, type Shape, type Type } from '../../declare/index.ts'

/** A collection of the lines that an order holds in one of its attributes. */
export function itemsOf<S extends Shape>(
  order: ResourcePage,
  attribute: string,
  type: Type<S>,
): ResourcePage<S> {
  return new ResourcePage(type.name, {
    meaning: type.meaning,
    path: attribute,
    within: order,
    embeddedAs: attribute,
    verbs: ['list', 'read'],
    fields: type.fields,
  })
}
