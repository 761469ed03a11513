/** A resource that may be replaced: none of the suite's pages needs to be, for these tests to hold. */
import {
  api,
  dateTime,
  entity,
  itemId,
  list,
  number,
  oneOf,
  resource,
  text,
  type,
} from '../../src/declare/index.ts'

const mark = type('Mark', 'Something written on it', { id: itemId('Number'), text: text('What it says') })
const ref = entity('ShelfRef', 'Another shelf', { name: text('Its name') })

export const Shelf = resource('Shelf', {
  meaning: 'A shelf in a warehouse',
  path: 'shelf',
  verbs: ['list', 'read', 'create', 'patch', 'replace', 'remove'],
  fields: {
    name: text('What it is called').mandatory,
    label: text('What is written on it'),
    width: number('In metres'),
    colour: text('Its colour').orElse('grey'),
    serial: text('Given by its maker').once,
    mark: list(mark, 'Marks on it'),
    next: list(ref, 'Those beside it'),
    status: oneOf(['empty', 'full', 'scrapped'], 'How it is'),
    creationDate: dateTime('When it was made').serverOwned.stampedOn('create'),
    lastUpdate: dateTime('When it was changed last').stampedOn('change'),
  },
  lifecycle: {
    of: 'status',
    starts: 'empty',
    moves: {
      empty: { full: 'client', scrapped: 'engine' },
      full: { empty: 'client' },
      scrapped: {},
    },
  },
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
  findBy: ['name'],
})

export const warehouse = api({
  number: 'TMF999',
  name: 'Warehouse',
  version: '4.0.0',
  path: '/tmf-api/warehouse/v4',
  domain: 'Inventory',
  resources: [Shelf],
})

export const shelves = `${warehouse.path}/shelf`
