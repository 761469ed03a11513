/** A condition at start the person can mend; the message says, in one line, what is wrong and what to do. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
