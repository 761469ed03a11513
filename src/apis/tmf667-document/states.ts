/** Where documents and their specifications are in their lives. */
import type { Moves } from '../../declare/index.ts'

export const documentStates = ['created', 'reviewed', 'approved', 'published', 'archived', 'deleted'] as const

/** A document that was put away may be published again; one marked as deleted stays so. */
export const documentMoves: Moves<(typeof documentStates)[number]> = {
  created: { reviewed: 'client', approved: 'client', published: 'client', deleted: 'client' },
  reviewed: { created: 'client', approved: 'client', deleted: 'client' },
  approved: { reviewed: 'client', published: 'client', deleted: 'client' },
  published: { archived: 'client', deleted: 'client' },
  archived: { published: 'client', deleted: 'client' },
  deleted: {},
}
