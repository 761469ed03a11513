/** The table of attributes no client may change (wire contract, section 12), over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Collection } from '../../src/derive/model.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { type AttributeRow, attributeTable } from '../support/attribute-table.ts'
import { send } from '../support/http.ts'
import { startWholeServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startWholeServer()
})
afterAll(() => server.close())

/** The API, its resources, and what of them is not for clients to change. */
const table: readonly (readonly [api: string, resources: string, attributes: string])[] = [
  ['TMF620', 'catalog category productSpecification productOffering productOfferingPrice', 'lastUpdate'],
  ['TMF633', 'serviceCatalog serviceCategory serviceCandidate serviceSpecification', 'lastUpdate'],
  ['TMF622', 'productOrder', 'orderDate'],
  ['TMF697', 'workOrder', 'orderDate'],
  ['TMF652', 'resourceOrder', 'orderDate completionDate'],
  [
    'TMF641',
    'serviceOrder',
    'orderDate startDate completionDate category cancellationDate cancellationReason errorMessage jeopardyAlert milestone',
  ],
  ['TMF638', 'service', 'serviceDate'],
  ['TMF640', 'service', 'serviceDate'],
  ['TMF645', 'checkServiceQualification', 'checkServiceQualificationDate'],
  ['TMF645', 'queryServiceQualification', 'queryServiceQualificationDate'],
  ['TMF679', 'productOfferingQualification', 'productOfferingQualificationDate'],
  ['TMF646', 'appointment', 'creationDate'],
  ['TMF646', 'searchTimeSlot', 'searchDate searchResult'],
  ['TMF648', 'quote', 'quoteDate'],
  ['TMF699', 'salesLead', 'creationDate'],
  ['TMF656', 'serviceProblem', 'firstAlert originatingSystem trackingRecord'],
  ['TMF663', 'shoppingCart', 'cartTotalPrice validFor'],
  ['TMF664', 'resourceFunction', 'usageState'],
  ['TMF666', 'partyAccount billingAccount settlementAccount', 'accountBalance'],
  ['TMF666', 'financialAccount', 'lastModified'],
  [
    'TMF678',
    'customerBill',
    'billDate billNo category lastUpdate nextBillDate paymentDueDate runType amountDue appliedPayment billDocument billingAccount billingPeriod financialAccount paymentMethod relatedParty remainingAmount taxExcludedAmount taxIncludedAmount taxItem',
  ],
  ['TMF701', 'processFlow/{parent}/taskFlow', 'taskFlowSpecification'],
]

/** What has no update type at all, by API. */
const unchangeable: readonly (readonly [api: string, resources: string])[] = [
  ['TMF701', 'processFlow'],
  ['TMF622', 'cancelProductOrder'],
  ['TMF641', 'cancelServiceOrder'],
  ['TMF652', 'cancelResourceOrder'],
  ['TMF697', 'cancelWorkOrder'],
  ['TMF664', 'heal scale migrate monitor'],
  ['TMF620', 'importJob exportJob'],
  ['TMF633', 'importJob exportJob'],
  ['TMF634', 'importJob exportJob'],
  ['TMF640', 'monitor'],
  ['TMF673', 'geographicAddress'],
  [
    'TMF696',
    'productOfferingRiskAssessment partyRoleRiskAssessment partyRoleProductOfferingRiskAssessment shoppingCartRiskAssessment productOrderRiskAssessment',
  ],
  ['TMF676', 'payment refund'],
]

const collectionOf = (api: string, resource: string): Collection => {
  const { collections } = server.context.model
  const found = collections.find(
    (each) => each.path === `${each.api.path}/${resource}` && each.api.number === api,
  )
  if (found === undefined) throw new Error(`no collection ${resource} of ${api}`)
  return found
}

const rowOf = (api: string, resource: string): AttributeRow => {
  const name = resource.split('/').at(-1) ?? ''
  const row = attributeTable.find((each) => each.api === api && each.resources.includes(name))
  if (row === undefined) throw new Error(`the table of attributes has no ${api} ${name}`)
  return row
}

/** Creates one with no more than it needs, or brings one where no client creates any. Gives its URL. */
async function made(api: string, resource: string): Promise<string> {
  const { page, path } = collectionOf(api, resource)
  const { body } = rowOf(api, resource)
  if (!page.verbs.has('create')) {
    const json = [{ id: `brought-${page.path}`, '@type': page.name }]
    await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json })
    return `${server.url}${path}/brought-${page.path}`
  }
  const above = resource.includes('{parent}') ? await made(api, resource.split('/')[0] ?? '') : ''
  const url = server.url + path.replace('{parent}', above.split('/').at(-1) ?? '')
  const created = await send(url, { method: 'POST', json: body })
  expect([resource, created.status, created.text]).toEqual([resource, 201, created.text])
  return created.body.href
}

const always = ['id', 'href', '@type', '@baseType', '@schemaLocation']
const cases = table.flatMap(([api, resources, attributes]) =>
  resources.split(' ').map((resource) => ({ api, resource, attributes: attributes.split(' ') })),
)

describe.each(cases)('of a $resource ($api)', ({ api, resource, attributes }) => {
  let href: string
  let told: number
  beforeAll(async () => {
    href = await made(api, resource)
    told = await toldOf()
  })
  const toldOf = async () => {
    const id = decodeURIComponent(href.split('/').at(-1) ?? '')
    const { page } = collectionOf(api, resource)
    return (await readHistory(server.context.database, 'default', page.kind, id)).length
  }
  const patch = (json: unknown) => send(href, { method: 'PATCH', json })

  test.each([...always, ...attributes])('%s cannot be changed', async (name) => {
    const before = await send(href)
    const refused = await patch({ [name]: 'another' })
    expect([refused.status, refused.body.code]).toEqual([400, 'attributeNotPatchable'])
    expect(refused.body.errorItem).toMatchObject([{ code: 'attributeNotPatchable', path: name }])
    const after = await send(href)
    expect([after.text, after.headers.get('etag')]).toEqual([before.text, before.headers.get('etag')])
  })

  test('all of it may be sent back as it was read, whichever way the client came', async () => {
    const { body, headers } = await send(href)
    for (const address of [body.href, body.href.replace(server.url, 'https://elsewhere.example')]) {
      const same = await patch({ ...body, href: address })
      expect([same.status, same.headers.get('etag'), same.body]).toEqual([200, headers.get('etag'), body])
    }
  })

  test('nothing of it was told', async () => {
    expect(await toldOf()).toBe(told)
  })
})

test.each(
  unchangeable.flatMap(([api, resources]) => resources.split(' ').map((each) => [api, each] as const)),
)('nothing of a resource of %s, %s, can be changed', async (api, resource) => {
  const refused = await send(`${server.url}${collectionOf(api, resource).path}/x`, {
    method: 'PATCH',
    json: {},
  })
  expect([refused.status, refused.body.code]).toEqual([405, 'methodNotAllowed'])
  expect(refused.headers.get('allow')).not.toContain('PATCH')
  expect(refused.headers.get('accept-patch')).toBeNull()
})
