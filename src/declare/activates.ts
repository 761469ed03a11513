/**
 * How the network carries what a page shows: which requests need it, and what is told meanwhile. A page without this
 * is about records only, even where another shows the same documents.
 */
export interface Activates<State extends string = string, Attribute extends string = string> {
  /** The command that takes a document into the network. */
  readonly by: 'activate' | 'configure'
  /** The states in which the network carries it; what enters one of them is commanded, and what leaves them. */
  readonly carriedWhile: readonly State[]
  /** The state of a new document until the network has taken it, and of one that it no longer carries. */
  readonly otherwise: State
  /** Attributes that say yes while the network carries it and no while it does not, unless the client says otherwise. */
  readonly saidBy?: readonly Attribute[]
  /** The date-time attribute that says since when, set when it was not said. */
  readonly since?: Attribute
  /** The attributes it is set up by: while it is carried, a change of them is commanded. */
  readonly setUpBy: readonly Attribute[]
}
