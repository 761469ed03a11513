/** The names the APIs go by here, and the domains they are listed under. */

interface Listing {
  readonly name: string
  readonly domain: string
}

const listings: Readonly<Record<string, Listing>> = {
  620: { name: 'Product Catalog Management', domain: 'Catalogue' },
  621: { name: 'Trouble Ticket', domain: 'Assurance, usage & events' },
  622: { name: 'Product Ordering', domain: 'Ordering' },
  628: { name: 'Performance', domain: 'Assurance, usage & events' },
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
  642: { name: 'Alarm', domain: 'Assurance, usage & events' },
  644: { name: 'Privacy', domain: 'Party & customer' },
  645: { name: 'Service Qualification', domain: 'Qualification' },
  646: { name: 'Appointment', domain: 'Fulfilment & field' },
  648: { name: 'Quote', domain: 'Ordering' },
  651: { name: 'Agreement Management', domain: 'Party & customer' },
  652: { name: 'Resource Ordering', domain: 'Ordering' },
  653: { name: 'Service Test', domain: 'Assurance, usage & events' },
  654: { name: 'Prepay Balance Management', domain: 'Billing & payment' },
  655: { name: 'Change Management', domain: 'Assurance, usage & events' },
  656: { name: 'Service Problem', domain: 'Assurance, usage & events' },
  657: { name: 'Service Quality Management', domain: 'Assurance, usage & events' },
  658: { name: 'Loyalty Management', domain: 'Billing & payment' },
  662: { name: 'Entity Catalog Management', domain: 'Catalogue' },
  663: { name: 'Shopping Cart', domain: 'Party & customer' },
  664: { name: 'Resource Function Activation', domain: 'Fulfilment & field' },
  666: { name: 'Account Management', domain: 'Party & customer' },
  667: { name: 'Document', domain: 'Party & customer' },
  668: { name: 'Partnership Type', domain: 'Party & customer' },
  669: { name: 'Party Role', domain: 'Party & customer' },
  670: { name: 'Payment Methods', domain: 'Billing & payment' },
  671: { name: 'Promotion', domain: 'Catalogue' },
  672: { name: 'User Roles and Permissions', domain: 'Party & customer' },
  673: { name: 'Geographic Address', domain: 'Qualification' },
  674: { name: 'Geographic Site', domain: 'Qualification' },
  675: { name: 'Geographic Location', domain: 'Qualification' },
  676: { name: 'Payment', domain: 'Billing & payment' },
  677: { name: 'Usage Consumption', domain: 'Assurance, usage & events' },
  678: { name: 'Customer Bill', domain: 'Billing & payment' },
  679: { name: 'Product Offering Qualification', domain: 'Qualification' },
  680: { name: 'Recommendation', domain: 'Qualification' },
  681: { name: 'Communication', domain: 'Party & customer' },
  683: { name: 'Party Interaction', domain: 'Party & customer' },
  684: { name: 'Shipment Tracking', domain: 'Fulfilment & field' },
  685: { name: 'Resource Pool', domain: 'Fulfilment & field' },
  687: { name: 'Stock Management', domain: 'Inventory' },
  688: { name: 'Event', domain: 'Assurance, usage & events' },
  691: { name: 'Federated Identity', domain: 'Party & customer' },
  696: { name: 'Risk Management', domain: 'Qualification' },
  697: { name: 'Work Order', domain: 'Fulfilment & field' },
  699: { name: 'Sales', domain: 'Party & customer' },
  700: { name: 'Shipping Order', domain: 'Ordering' },
  701: { name: 'Process Flow', domain: 'Assurance, usage & events' },
  702: { name: 'Resource Activation', domain: 'Fulfilment & field' },
  703: { name: 'Entity Inventory', domain: 'Inventory' },
  704: { name: 'Test Case', domain: 'Test management' },
  705: { name: 'Test Environment', domain: 'Test management' },
  706: { name: 'Test Data', domain: 'Test management' },
  707: { name: 'Test Result', domain: 'Test management' },
  708: { name: 'Test Execution', domain: 'Test management' },
  709: { name: 'Test Scenario', domain: 'Test management' },
  710: { name: 'General Test Artifact', domain: 'Test management' },
  720: { name: 'Digital Identity', domain: 'Party & customer' },
  730: { name: 'Software and Compute Management', domain: 'Inventory' },
}

/** Our name for an API; without one, the official title. */
export function apiName(number: string, officialTitle: string): string {
  return listings[number]?.name ?? officialTitle.replace(/^API\s*-?\s*/, '')
}

/** The domain an API is listed under; a person corrects what is not known here. */
export function apiDomain(number: string): string {
  return listings[number]?.domain ?? 'Catalogue'
}
