/** Gathers the values of a statement and gives each its place: no value of a client is written into SQL. */
export class Parameters {
  readonly values: unknown[] = []

  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
