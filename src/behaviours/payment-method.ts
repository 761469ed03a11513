/** TMF670: a payment method keeps when its status last changed, and tells of it. */
import type { Behaviour } from '../resources/behaviour.ts'

/** The behaviour of payment methods. */
export function* paymentMethodBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    'PaymentMethod',
    {
      complete: async (work, method, before) => {
        const isSaid = method.statusDate !== undefined && method.statusDate !== before?.statusDate
        return method.status === before?.status || isSaid ? method : { ...method, statusDate: work.now }
      },
      onChange: async (work, before, after, by) => {
        if (before.status === after.status) return
        const { page } = work.model.homeOf('PaymentMethod')
        work.announce(page, after.id, { type: 'PaymentMethodStatusChangeEvent' }, by)
      },
    },
  ]
}
