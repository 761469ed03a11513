/** TMF685 Resource Pool 1.0. */
import { list, resource, text } from '../../declare/index.ts'
import { ResourceCollectionRef } from './parts.ts'

export const ResourcePool = resource('ResourcePool', {
  meaning: 'A shared stock of resources to draw from',
  path: 'resourcePool',
  verbs: ['create', 'patch', 'remove'],

  fields: {
    description: text('What the pool holds, in plain words'),
    relatedParty: text('Who draws on the pool'),
    resourceCollection: list(ResourceCollectionRef, 'The groups of resources inside the pool'),
  },

  findBy: ['relatedParty'],
})
