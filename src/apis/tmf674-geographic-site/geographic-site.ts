/** TMF674 Geographic Site 4.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { RelatedParty } from '../shared/party.ts'
import { CalendarPeriod, PlaceRefOrValue } from '../shared/place.ts'
import { GeographicSiteRelationship } from './parts.ts'

export const GeographicSite = resource('GeographicSite', {
  meaning: 'A place such as a shop, home or mast',
  path: 'geographicSite',

  fields: {
    code: text('Code of the site in some addressing schemes'),
    description: text('More about the site in plain words'),
    name: text('What people call the site'),
    status: text('How it stands, such as planned, active or former'),
    calendar: list(CalendarPeriod, 'When the site is open or reachable'),
    place: list(PlaceRefOrValue, 'Where the site lies'),
    relatedParty: list(RelatedParty, 'Who is involved with the site'),
    siteRelationship: list(GeographicSiteRelationship, 'How it is tied to other sites'),
  },

  findBy: ['name', 'code', 'status', 'place.id', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'statusChanged', 'deleted'],
})
