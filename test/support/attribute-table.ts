/**
 * The table of the wire contract, section 5: what a create must say, and what every answer, stored row and element of
 * a list says. TMF931 is not part of the suite.
 */

/** Any date-time of the server's. */
export const now = Symbol('now')
/** Whatever the client sent. */
export const sent = Symbol('sent')
/** Any text. */
export const words = Symbol('words')

/** The ids of what was created in earlier rows, by the last part of their paths. */
export type Made = Readonly<Record<string, string>>

export interface AttributeRow {
  readonly api: string
  /** The last parts of the paths of the resources the row is about. */
  readonly resources: readonly string[]
  /** The least a create may say; undefined where a client creates none. */
  readonly body?: Readonly<Record<string, unknown>> | ((made: Made) => Readonly<Record<string, unknown>>)
  /** Where the body may not leave out a thing: `serviceOrderItem.0.action`. */
  readonly required: readonly string[]
  /** Lists that need an element. */
  readonly atLeastOne?: readonly string[]
  /** What is always present, with the server's default. */
  readonly always: Readonly<Record<string, unknown>>
  /** A record an import may bring, where that is more than a create, or no client creates one. */
  readonly record?: Readonly<Record<string, unknown>>
  /** Whether it is about an order that was posted, and never imported. */
  readonly isOnlyPosted?: boolean
  /** The collection it is nested under, and the id of the parent. */
  readonly within?: (made: Made) => string
}

const inStudy = { name: sent, lastUpdate: now, lifecycleStatus: 'In study' }
const asSent = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, sent]))
const account = { name: 'Main', relatedParty: [{ id: 'p-1', name: 'Ada', '@referredType': 'Individual' }] }
const job = { url: 'https://example.com/catalogue.json' }
const price = { name: 'Monthly' }
const service = { state: 'active', serviceSpecification: { id: 'ss-1' } }
const address = {
  city: 'Ulm',
  country: 'Germany',
  postcode: '89073',
  stateOrProvince: 'BW',
  locality: 'Mitte',
  streetName: 'Hafengasse',
  streetNr: '5',
  streetType: 'lane',
}
const emptyAddress = Object.fromEntries(Object.keys(address).map((name) => [name, '']))

export const attributeTable: readonly AttributeRow[] = [
  {
    api: 'TMF620',
    resources: ['catalog', 'category'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { ...inStudy, version: '1.0' },
  },
  {
    api: 'TMF620',
    resources: ['productSpecification'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { ...inStudy, isBundle: false, version: '1.0' },
  },
  {
    api: 'TMF620',
    resources: ['productOffering'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { ...inStudy, isBundle: false, version: '1.0', isSellable: true },
  },
  {
    api: 'TMF620',
    resources: ['productOfferingPrice'],
    body: price,
    required: ['name'],
    always: { ...inStudy, isBundle: false, priceType: 'recurring', version: '1.0' },
  },
  ...['TMF620', 'TMF633', 'TMF634'].flatMap((api) => [
    {
      api,
      resources: ['importJob'],
      body: job,
      required: ['url'],
      always: { url: sent, status: 'Not Started', creationDate: now },
    },
    {
      api,
      resources: ['exportJob'],
      body: {},
      record: job,
      required: [],
      always: { url: words, status: 'Not Started', creationDate: now },
    },
  ]),
  {
    api: 'TMF621',
    resources: ['troubleTicket'],
    body: { description: 'No dial tone', severity: 'major', ticketType: 'complaint' },
    required: ['description', 'severity', 'ticketType'],
    always: {
      ...asSent('description', 'severity', 'ticketType'),
      status: 'acknowledged',
      creationDate: now,
      lastUpdate: now,
    },
  },
  {
    api: 'TMF622',
    resources: ['productOrder'],
    body: { productOrderItem: [{ id: '1', action: 'add' }] },
    required: ['productOrderItem', 'productOrderItem.0.id', 'productOrderItem.0.action'],
    atLeastOne: ['productOrderItem'],
    always: {
      productOrderItem: [{ id: '1', action: 'add', state: 'acknowledged' }],
      orderDate: now,
      state: 'acknowledged',
      relatedParty: [],
    },
  },
  {
    api: 'TMF622',
    resources: ['cancelProductOrder'],
    isOnlyPosted: true,
    body: ({ productOrder }) => ({ productOrder: { id: productOrder } }),
    required: ['productOrder'],
    always: { productOrder: sent, state: 'acknowledged' },
  },
  {
    api: 'TMF629',
    resources: ['customer'],
    body: { name: 'Ada', engagedParty: { id: 'p-1', '@referredType': 'Individual' } },
    required: ['name', 'engagedParty'],
    always: { name: sent, engagedParty: sent, '@type': 'Customer' },
  },
  {
    api: 'TMF632',
    resources: ['individual'],
    body: { familyName: 'Lovelace', givenName: 'Ada' },
    required: ['familyName', 'givenName'],
    always: { familyName: sent, givenName: sent, status: 'initialized' },
  },
  {
    api: 'TMF632',
    resources: ['organization'],
    body: { tradingName: 'Ada Ltd' },
    required: ['tradingName'],
    always: { tradingName: sent, status: 'initialized' },
  },
  {
    api: 'TMF633',
    resources: ['serviceCatalog', 'serviceCategory'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { name: sent, lastUpdate: now, lifecycleStatus: words },
  },
  {
    api: 'TMF633',
    resources: ['serviceCandidate'],
    body: { name: 'Fibre', serviceSpecification: { id: 'ss-1' } },
    required: ['name', 'serviceSpecification'],
    always: { ...asSent('name', 'serviceSpecification'), lastUpdate: now, lifecycleStatus: words },
  },
  {
    api: 'TMF633',
    resources: ['serviceSpecification'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { '@type': 'ServiceSpecification', ...inStudy, isBundle: false },
  },
  {
    api: 'TMF634',
    resources: ['resourceCatalog', 'resourceCategory', 'resourceCandidate'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { name: sent, lastUpdate: now, lifecycleStatus: words },
  },
  {
    api: 'TMF634',
    resources: ['resourceSpecification'],
    body: { name: 'Fibre' },
    required: ['name'],
    always: { ...inStudy, isBundle: false },
  },
  {
    api: 'TMF637',
    resources: ['product'],
    body: { status: 'active' },
    required: ['status'],
    always: { status: sent, productCharacteristic: [], relatedParty: [] },
  },
  ...['TMF638', 'TMF640'].map((api) => ({
    api,
    resources: ['service'],
    body: service,
    required: ['state', 'serviceSpecification'],
    always: { ...asSent('state', 'serviceSpecification'), serviceDate: now },
  })),
  {
    api: 'TMF639',
    resources: ['resource'],
    body: { name: 'Port 1' },
    required: ['name'],
    always: { name: sent },
  },
  {
    api: 'TMF702',
    resources: ['resource'],
    body: {},
    required: [],
    always: { resourceStatus: 'unknown' },
  },
  ...['TMF640', 'TMF664', 'TMF702'].map((api) => ({
    api,
    resources: ['monitor'],
    required: [],
    always: { state: words },
  })),
  {
    api: 'TMF641',
    resources: ['serviceOrder'],
    body: { serviceOrderItem: [{ id: '1', action: 'add', service: {} }] },
    required: [
      'serviceOrderItem',
      'serviceOrderItem.0.id',
      'serviceOrderItem.0.action',
      'serviceOrderItem.0.service',
    ],
    atLeastOne: ['serviceOrderItem'],
    always: {
      serviceOrderItem: [{ id: '1', action: 'add', service: {}, state: 'acknowledged' }],
      orderDate: now,
      state: 'acknowledged',
    },
  },
  {
    api: 'TMF641',
    resources: ['cancelServiceOrder'],
    isOnlyPosted: true,
    body: ({ serviceOrder }) => ({ serviceOrder: { id: serviceOrder } }),
    required: ['serviceOrder'],
    always: { serviceOrder: sent, state: 'accepted' },
  },
  {
    api: 'TMF645',
    resources: ['checkServiceQualification'],
    body: { serviceQualificationItem: [{}] },
    required: ['serviceQualificationItem'],
    always: { serviceQualificationItem: sent, checkServiceQualificationDate: now, state: 'accepted' },
  },
  {
    api: 'TMF645',
    resources: ['queryServiceQualification'],
    body: { searchCriteria: {} },
    required: ['searchCriteria'],
    always: {
      searchCriteria: sent,
      serviceQualificationItem: [],
      queryServiceQualificationDate: now,
      state: 'accepted',
    },
  },
  {
    api: 'TMF646',
    resources: ['appointment'],
    body: { validFor: { startDateTime: '2026-03-10T08:00:00Z', endDateTime: '2026-03-10T12:00:00Z' } },
    required: ['validFor'],
    always: { validFor: sent, creationDate: now, lastUpdate: now, status: 'initialized' },
  },
  {
    api: 'TMF646',
    resources: ['searchTimeSlot'],
    body: {},
    required: [],
    always: { status: words, searchDate: now },
  },
  {
    api: 'TMF648',
    resources: ['quote'],
    body: { quoteItem: [{ action: 'add' }] },
    required: ['quoteItem'],
    atLeastOne: ['quoteItem'],
    always: { quoteItem: words, quoteDate: now, state: 'inProgress' },
  },
  {
    api: 'TMF652',
    resources: ['resourceOrder'],
    body: { orderItem: [{}] },
    required: ['orderItem'],
    atLeastOne: ['orderItem'],
    always: { orderItem: [{ id: '1', state: 'acknowledged' }], orderDate: now, state: 'acknowledged' },
  },
  {
    api: 'TMF652',
    resources: ['cancelResourceOrder'],
    isOnlyPosted: true,
    body: ({ resourceOrder }) => ({ resourceOrder: { id: resourceOrder } }),
    required: ['resourceOrder'],
    always: { resourceOrder: sent, state: 'acknowledged' },
  },
  {
    api: 'TMF656',
    resources: ['serviceProblem'],
    body: {
      category: 'service',
      description: 'Slow',
      originatorParty: { id: 'p-1', '@referredType': 'Individual' },
      priority: 1,
      reason: 'Cut',
    },
    required: ['category', 'description', 'originatorParty', 'priority', 'reason'],
    always: {
      ...asSent('category', 'description', 'originatorParty', 'priority', 'reason'),
      status: 'acknowledged',
      statusChangeDate: now,
      creationDate: now,
      lastUpdate: now,
      affectedNumberOfServices: 0,
    },
  },
  {
    api: 'TMF656',
    resources: ['problemAcknowledgement', 'problemUnacknowledgement'],
    body: ({ serviceProblem }) => ({ problem: [{ id: serviceProblem }] }),
    required: ['problem'],
    always: { problem: sent },
  },
  {
    api: 'TMF656',
    resources: ['problemGroup', 'problemUngroup'],
    body: ({ serviceProblem }) => ({
      childProblem: [{ id: serviceProblem }],
      parentProblem: { id: 'sp-1' },
    }),
    required: ['childProblem', 'parentProblem'],
    always: asSent('childProblem', 'parentProblem'),
  },
  { api: 'TMF663', resources: ['shoppingCart'], body: {}, required: [], always: {} },
  {
    api: 'TMF664',
    resources: ['resourceFunction'],
    body: { name: 'Firewall', resourceSpecification: { id: 'rs-1' } },
    required: ['name', 'resourceSpecification'],
    always: asSent('name', 'resourceSpecification'),
  },
  {
    api: 'TMF664',
    resources: ['heal'],
    body: ({ resourceFunction }) => ({
      cause: 'It hangs',
      degreeOfHealing: 'full',
      resourceFunction: { id: resourceFunction },
    }),
    required: ['cause', 'degreeOfHealing', 'resourceFunction'],
    always: { ...asSent('cause', 'degreeOfHealing', 'resourceFunction'), state: 'accepted' },
  },
  {
    api: 'TMF664',
    resources: ['scale'],
    body: ({ resourceFunction }) => ({
      numberOfSteps: 1,
      scaleType: 'scaleOut',
      resourceFunction: { id: resourceFunction },
    }),
    required: ['numberOfSteps', 'resourceFunction', 'scaleType'],
    always: { ...asSent('numberOfSteps', 'resourceFunction', 'scaleType'), state: 'accepted' },
  },
  {
    api: 'TMF664',
    resources: ['migrate'],
    body: ({ resourceFunction }) => ({ cause: 'Full', resourceFunction: { id: resourceFunction } }),
    required: ['cause', 'resourceFunction'],
    always: { ...asSent('cause', 'resourceFunction'), state: 'accepted' },
  },
  {
    api: 'TMF666',
    resources: ['partyAccount', 'billingAccount', 'settlementAccount'],
    body: account,
    required: ['name', 'relatedParty'],
    always: asSent('name', 'relatedParty'),
  },
  {
    api: 'TMF666',
    resources: ['financialAccount', 'billFormat', 'billingCycleSpecification', 'billPresentationMedia'],
    body: { name: 'Main' },
    required: ['name'],
    always: { name: sent },
  },
  {
    api: 'TMF669',
    resources: ['partyRole'],
    body: { name: 'Seller' },
    required: ['name'],
    always: { name: sent },
  },
  {
    api: 'TMF673',
    resources: ['geographicAddress'],
    record: { geographicSubAddress: [{}] },
    required: [],
    always: { ...emptyAddress, geographicSubAddress: words },
  },
  {
    api: 'TMF673',
    resources: ['geographicSubAddress'],
    within: () => 'geographicAddress/brought-geographicAddress',
    required: [],
    always: {
      levelNumber: '',
      levelType: '',
      privateStreetName: '',
      privateStreetNumber: '',
      subAddressType: '',
    },
  },
  {
    api: 'TMF673',
    resources: ['geographicAddressValidation'],
    body: { provideAlternative: true, submittedGeographicAddress: address },
    required: ['provideAlternative', 'submittedGeographicAddress'],
    always: {
      ...asSent('provideAlternative', 'submittedGeographicAddress'),
      state: words,
      validationDate: now,
      validationResult: words,
      validGeographicAddress: words,
    },
  },
  { api: 'TMF674', resources: ['geographicSite'], body: {}, required: [], always: {} },
  {
    api: 'TMF678',
    resources: ['customerBill'],
    record: {},
    required: [],
    always: { billDocument: [], state: words },
  },
  {
    api: 'TMF678',
    resources: ['customerBillOnDemand'],
    body: {},
    required: [],
    always: { state: 'inProgress' },
  },
  {
    api: 'TMF678',
    resources: ['appliedCustomerBillingRate'],
    record: {},
    required: [],
    always: { isBilled: false },
  },
  {
    api: 'TMF679',
    resources: ['productOfferingQualification'],
    body: {},
    required: [],
    always: {
      productOfferingQualificationItem: [],
      productOfferingQualificationDate: now,
      state: 'acknowledged',
    },
  },
  {
    api: 'TMF681',
    resources: ['communicationMessage'],
    body: {
      content: 'Hello',
      messageType: 'SMS',
      receiver: [{ id: 'p-1', phoneNumber: '1' }],
      sender: { id: 'p-2' },
    },
    required: ['content', 'messageType', 'receiver', 'sender'],
    always: { ...asSent('content', 'messageType'), state: 'initial' },
  },
  { api: 'TMF688', resources: ['topic'], body: {}, required: [], always: { name: words } },
  {
    api: 'TMF688',
    resources: ['event'],
    within: () => 'topic/all',
    body: { eventType: 'WeatherWarningEvent' },
    required: ['eventType'],
    always: { eventId: words, eventTime: now, eventType: words },
  },
  {
    api: 'TMF696',
    resources: ['productOfferingRiskAssessment'],
    body: ({ productOffering }) => ({ productOffering: { id: productOffering } }),
    required: ['productOffering'],
    always: { productOffering: sent, status: words },
  },
  {
    api: 'TMF696',
    resources: ['partyRoleRiskAssessment'],
    body: { partyRole: { id: 'p-1', '@referredType': 'Customer' } },
    required: ['partyRole'],
    always: { partyRole: sent, status: words },
  },
  {
    api: 'TMF696',
    resources: ['partyRoleProductOfferingRiskAssessment'],
    body: ({ productOffering }) => ({
      partyRole: { id: 'p-1', '@referredType': 'Customer' },
      productOffering: { id: productOffering },
    }),
    required: ['partyRole', 'productOffering'],
    always: { partyRole: sent, productOffering: sent, status: words },
  },
  {
    api: 'TMF696',
    resources: ['shoppingCartRiskAssessment'],
    body: ({ shoppingCart }) => ({ shoppingCart: { id: shoppingCart } }),
    required: ['shoppingCart'],
    always: { shoppingCart: sent, status: words },
  },
  {
    api: 'TMF696',
    resources: ['productOrderRiskAssessment'],
    body: ({ productOrder }) => ({ productOrder: { id: productOrder } }),
    required: ['productOrder'],
    always: { productOrder: sent, status: words },
  },
  {
    api: 'TMF697',
    resources: ['workOrder'],
    body: { workOrderItem: [{ id: '1', action: 'add' }] },
    required: ['workOrderItem'],
    atLeastOne: ['workOrderItem'],
    always: { orderDate: now, state: 'acknowledged' },
  },
  {
    api: 'TMF697',
    resources: ['cancelWorkOrder'],
    isOnlyPosted: true,
    body: ({ workOrder }) => ({ workOrder: { id: workOrder } }),
    required: ['workOrder'],
    always: { state: 'accepted' },
  },
  {
    api: 'TMF699',
    resources: ['salesLead'],
    body: { name: 'Fibre for Ada' },
    required: ['name'],
    always: { name: sent, creationDate: now, status: 'acknowledged' },
  },
  {
    api: 'TMF701',
    resources: ['processFlowSpecification', 'taskFlowSpecification'],
    body: { name: 'Order to activate' },
    required: ['name'],
    always: { name: sent, lifecycleStatus: words },
  },
  {
    api: 'TMF701',
    resources: ['processFlow'],
    body: { processFlowSpecification: 'order' },
    required: ['processFlowSpecification'],
    always: { processFlowDate: now, state: 'active' },
  },
  {
    api: 'TMF701',
    resources: ['taskFlow'],
    within: ({ processFlow }) => `processFlow/${processFlow}`,
    body: {},
    required: [],
    always: { state: 'new' },
  },
]
