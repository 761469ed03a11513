/**
 * The attributes of a sub-address. The wire contract (section 5) has five of them in every answer: where nothing is
 * known they are empty texts.
 */
import { entity, text } from '../../declare/index.ts'

export const subAddressFields = {
  buildingName: text('The name the building is known by'),
  levelNumber: text('Which floor it is, by number').orElse(''),
  levelType: text('The kind of floor, such as basement').orElse(''),
  name: text('A clear label for this part of the address'),
  privateStreetName: text('The name of a road inside the site').orElse(''),
  privateStreetNumber: text('The number along the road inside the site').orElse(''),
  subAddressType: text('Unit within a property or road within a site').orElse(''),
  subUnitNumber: text('Which unit it is, often a plain number'),
  subUnitType: text('The kind of unit, such as a flat or shop'),
}

/** A sub-address as its address holds it. */
export const HeldSubAddress = entity(
  'GeographicSubAddress',
  'A building, floor or unit inside one address',
  subAddressFields,
)
