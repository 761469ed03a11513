/** Parts of the place domain: addresses, sites and positions. */
import { entity, reference, text } from '../../declare/index.ts'

export const PlaceRef = reference('PlaceRef', 'A pointer to a place of sale or delivery', {}).naming(
  'GeographicAddress',
  'GeographicSite',
  'GeographicLocation',
)

export const RelatedPlaceRefOrValue = entity(
  'RelatedPlaceRefOrValue',
  'A place, and the part it plays here',
  {
    name: text('Everyday label for the place, such as Main Home'),
    role: text('What the place is for, such as installation address').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')
