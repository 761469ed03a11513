/** The domains of the suite: under which an API is listed, and by which it is told who may need a thing. */
export const domains = [
  'Party & customer',
  'Catalogue',
  'Qualification',
  'Ordering',
  'Inventory',
  'Fulfilment & field',
  'Billing & payment',
  'Assurance, usage & events',
  'Test management',
] as const

export type Domain = (typeof domains)[number]
