/** The journey of the sample customer's fibre order, as a channel makes it: cart, address, three gates, order. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Channel, Json } from './channel.ts'

const folder = fileURLToPath(new URL('../../examples/orders/', import.meta.url))

/** What the channel says of each thing it did. */
export type Tell = (step: { api: string; call: string; object: string; state: string }) => void

/** Why the journey ended before an order was placed. */
export class JourneyRefused extends Error {}

/** Places the order; gives its id. Throws JourneyRefused when a gate says no. */
export async function placeFibreOrder(channel: Channel, tell: Tell): Promise<string> {
  const cart = await channel.post('/tmf-api/shoppingCart/v4/shoppingCart', example('cart'))
  tell({ api: 'TMF663', call: 'POST shoppingCart', object: String(cart.id), state: 'filled' })

  const address = await channel.post(
    '/tmf-api/geographicAddressManagement/v4/geographicAddressValidation',
    example('address-validation'),
  )
  tell({
    api: 'TMF673',
    call: 'POST geographicAddressValidation',
    object: String(address.id),
    state: String(address.validationResult),
  })
  if (address.validationResult !== 'success') throw new JourneyRefused('the address is not known')
  const { id: place } = address.validGeographicAddress as { id: string }

  const offer = await channel.post(
    '/tmf-api/productOfferingQualification/v4/productOfferingQualification',
    example('offering-qualification'),
  )
  tellQualification(tell, 'TMF679', 'productOfferingQualification', offer)

  const service = await channel.post(
    '/tmf-api/serviceQualificationManagement/v4/checkServiceQualification',
    example('service-qualification'),
  )
  tellQualification(tell, 'TMF645', 'checkServiceQualification', service)

  const order = await channel.post('/tmf-api/productOrderingManagement/v4/productOrder', {
    ...example('fibre-product-order'),
    productOfferingQualification: [
      { id: offer.id, href: offer.href, '@referredType': 'ProductOfferingQualification' },
    ],
  })
  tell({
    api: 'TMF622',
    call: 'POST productOrder',
    object: String(order.id),
    state: `${order.state}, for ${place}`,
  })
  return String(order.id)
}

function tellQualification(tell: Tell, api: string, name: string, task: Json): void {
  const result = String(task.qualificationResult ?? task.state)
  tell({ api, call: `POST ${name}`, object: String(task.id), state: result })
  if (result === 'qualified') return
  const items = (task.productOfferingQualificationItem ?? task.serviceQualificationItem ?? []) as Json[]
  const reasons = items.flatMap((item) => (item.eligibilityUnavailabilityReason ?? []) as Json[])
  const said = reasons.map(({ code, label, technicalReason }) => `${code} ${label}: ${technicalReason}`)
  throw new JourneyRefused(said.join('; ') || `${name} is ${result}`)
}

/** An example body, without the marks an import needs. */
function example(name: string): Json {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Json
}
