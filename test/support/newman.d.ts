/** What the tests use of newman, which brings no types. */
declare module 'newman' {
  interface Failure {
    readonly source?: { readonly name?: string }
    readonly error: { readonly message: string }
  }

  interface Summary {
    readonly run: {
      readonly stats: { readonly requests: { readonly total: number } }
      readonly failures: readonly Failure[]
    }
  }

  export function run(
    options: { readonly collection: object; readonly environment: object },
    done: (error: Error | null, summary: Summary) => void,
  ): void
}
