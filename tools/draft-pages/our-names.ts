/** The names the APIs go by here, and the domains they are listed under. */

interface Listing {
  readonly name: string
  readonly domain: string
}

const listings: Readonly<Record<string, Listing>> = {
  620: { name: 'Product Catalog Management', domain: 'Catalogue' },
  621: { name: 'Trouble Ticket', domain: 'Assurance, usage & events' },
  622: { name: 'Product Ordering', domain: 'Ordering' },
  629: { name: 'Customer Management', domain: 'Party & customer' },
  632: { name: 'Party Management', domain: 'Party & customer' },
  633: { name: 'Service Catalog Management', domain: 'Catalogue' },
  634: { name: 'Resource Catalog Management', domain: 'Catalogue' },
  635: { name: 'Usage Management', domain: 'Assurance, usage & events' },
  637: { name: 'Product Inventory', domain: 'Inventory' },
  638: { name: 'Service Inventory', domain: 'Inventory' },
  639: { name: 'Resource Inventory', domain: 'Inventory' },
  640: { name: 'Service Activation', domain: 'Fulfilment & field' },
  641: { name: 'Service Ordering', domain: 'Ordering' },
  645: { name: 'Service Qualification', domain: 'Qualification' },
  646: { name: 'Appointment', domain: 'Fulfilment & field' },
  652: { name: 'Resource Ordering', domain: 'Ordering' },
  653: { name: 'Service Test', domain: 'Assurance, usage & events' },
  656: { name: 'Service Problem', domain: 'Assurance, usage & events' },
  663: { name: 'Shopping Cart', domain: 'Party & customer' },
  666: { name: 'Account Management', domain: 'Party & customer' },
  673: { name: 'Geographic Address', domain: 'Qualification' },
  679: { name: 'Product Offering Qualification', domain: 'Qualification' },
  685: { name: 'Resource Pool', domain: 'Fulfilment & field' },
  688: { name: 'Event', domain: 'Assurance, usage & events' },
  697: { name: 'Work Order', domain: 'Fulfilment & field' },
  701: { name: 'Process Flow', domain: 'Assurance, usage & events' },
  702: { name: 'Resource Activation', domain: 'Fulfilment & field' },
}

/** Our name for an API; without one, the official title. */
export function apiName(number: string, officialTitle: string): string {
  return listings[number]?.name ?? officialTitle.replace(/^API\s*-?\s*/, '')
}

/** The domain an API is listed under; a person corrects what is not known here. */
export function apiDomain(number: string): string {
  return listings[number]?.domain ?? 'Catalogue'
}
