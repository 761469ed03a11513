/**
 * The types of documents, inferred from their pages: as stored, as sent to create one, as sent to change one. What only
 * subtypes have may be there: which of them a document is of, its `@type` says when the program runs.
 */
import type { AnyField, Envelope, FieldValue, Shape } from './field.ts'
import type { ResourcePage } from './resource.ts'

/** The identity every resource has, always set by the server. */
export interface Identity {
  id: string
  href: string
}

type NameIn<S extends Shape> = S extends unknown ? keyof S : never
type ValueIn<S extends Shape, Name> = S extends unknown
  ? Name extends keyof S
    ? FieldValue<S, Name>
    : never
  : never

/** What one of several subtypes may have, beyond what all documents of the page have. */
type OfSubtype<S extends Shape, Own extends Shape> = {
  -readonly [Name in Exclude<NameIn<Own>, keyof S>]?: ValueIn<Own, Name>
}

type CreatedBy<F extends AnyField> = F['who'] extends 'anyone' | 'once' ? true : false
type PatchedBy<F extends AnyField> = F['who'] extends 'anyone' | 'afterwards' ? true : false

/** A document as it is stored and answered. */
export type Stored<Page extends ResourcePage> =
  Page extends ResourcePage<infer S, infer Own>
    ? Identity & {
        -readonly [K in keyof S as K extends keyof Identity
          ? never
          : S[K]['needed'] extends true
            ? K
            : never]: FieldValue<S, K>
      } & {
        -readonly [K in keyof S as K extends keyof Identity
          ? never
          : S[K]['needed'] extends true
            ? never
            : K]?: FieldValue<S, K>
      } & OfSubtype<S, Own> &
        Envelope
    : never

/** A document as a client may send it on create. */
export type Create<Page extends ResourcePage> =
  Page extends ResourcePage<infer S, infer Own>
    ? {
        [K in keyof S as CreatedBy<S[K]> extends true
          ? S[K]['needed'] extends true
            ? K
            : never
          : never]: FieldValue<S, K>
      } & {
        [K in keyof S as CreatedBy<S[K]> extends true
          ? S[K]['needed'] extends true
            ? never
            : K
          : never]?: FieldValue<S, K>
      } & OfSubtype<S, Own> &
        Envelope
    : never

/** A merge patch a client may send: every attribute optional, `null` removes. */
export type Patch<Page extends ResourcePage> =
  Page extends ResourcePage<infer S, infer Own>
    ? { [K in keyof S as PatchedBy<S[K]> extends true ? K : never]?: FieldValue<S, K> | null } & {
        [Name in keyof OfSubtype<S, Own>]?: OfSubtype<S, Own>[Name] | null
      } & Envelope
    : never

/** A document whose page is known only at run time. */
export type Document = Identity & { [attribute: string]: unknown }
