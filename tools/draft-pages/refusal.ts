/** What a person has to put right before anything can be drafted, in one line. */
export class DraftRefusal extends Error {}
