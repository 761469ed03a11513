/**
 * The words for one attribute: what kind of value it holds, what it means, who may write it.
 * Everything generic (validation, types, OpenAPI, forms) reads these facts; nothing else knows a field.
 */
import type { Finding } from './refusal.ts'

export type ScalarKind = 'text' | 'uri' | 'dateTime' | 'integer' | 'number' | 'yesNo' | 'base64' | 'any'
export type FieldKind = ScalarKind | 'oneOf' | 'part' | 'list'

/**
 * Who may write an attribute: `anyone` on create and patch; `once` on create only;
 * `afterwards` on patch only; `server` never a client.
 */
export type Writer = 'anyone' | 'once' | 'afterwards' | 'server'

/** When the server itself sets a date: when the document is created, or at every change. */
export type Stamp = 'create' | 'change'

/** The facts of an attribute as every reader of a page sees them. */
export interface FieldFacts {
  readonly kind: FieldKind
  readonly meaning: string
  readonly isMandatory: boolean
  readonly writer: Writer
  /** The allowed values of a `oneOf`. */
  readonly values?: readonly string[]
  /** The type of a `part`, or of the elements of a `list` of parts; lazy, since types may refer to each other. */
  readonly of?: () => TypeWord
  /** The facts of the elements of a `list` of scalars. */
  readonly element?: FieldFacts
  /** What the server fills in when the client sends nothing. */
  readonly fallback?: unknown
  readonly stamp?: Stamp
  /** An identifier of an element within its list: unique there, numbered by the server when missing. */
  readonly isItemId?: boolean
  /** A value the client may send and the server replaces by its own (TMF630 design, section 5, group 3). */
  readonly isIgnoredFromClient?: boolean
  /** A date that stays as it is: another value in a patch is passed over (wire contract, section 12). */
  readonly isKept?: boolean
  /** Of a list: a client may send a single element as it is. */
  readonly takesOne?: boolean
  /** A link to a document of ours, which the server writes: only its path counts. */
  readonly isOwnLink?: boolean
  /** Only documents of some types have it: at its name, those of others may hold something else, or nothing. */
  readonly isOfSubtype?: boolean
  /** What it may hold is for the JSON Schema of its type to say. */
  readonly isOfSchema?: boolean
}

/** Stands for "the type this field is declared in" until the type is complete. */
export interface Self {
  readonly self: true
}

/** A field under declaration. The type parameters carry what `Stored`, `Create` and `Patch` infer. */
export class Field<Value, Who extends Writer = 'anyone', Needed extends boolean = false> {
  /** Never set: carries the type of the value. */
  declare readonly value: Value
  declare readonly who: Who
  declare readonly needed: Needed
  readonly facts: FieldFacts

  constructor(facts: FieldFacts) {
    this.facts = facts
  }

  /** A create without it is refused. */
  get mandatory(): Field<Value, Who, true> {
    return new Field({ ...this.facts, isMandatory: true })
  }

  /** The opposite of `mandatory`: for a page that relaxes a shared type. */
  get optional(): Field<Value, Who, false> {
    return new Field({ ...this.facts, isMandatory: false })
  }

  /** A client may set it on create and never change it. */
  get once(): Field<Value, 'once', Needed> {
    return new Field({ ...this.facts, writer: 'once' })
  }

  /** A client may change it later, but not choose it on create. */
  get afterwards(): Field<Value, 'afterwards', Needed> {
    return new Field({ ...this.facts, writer: 'afterwards' })
  }

  /** Only the server writes it. */
  get serverOwned(): Field<Value, 'server', Needed> {
    return new Field({ ...this.facts, writer: 'server' })
  }

  /** The official file lets a client send it; the server's own value wins. */
  get ignoredFromClient(): Field<Value, Who, Needed> {
    return new Field({ ...this.facts, isIgnoredFromClient: true })
  }

  /** A create may say it, and from then on it stays: another value in a patch is passed over. */
  get kept(): Field<Value, Who, Needed> {
    return new Field({ ...this.facts, isKept: true })
  }

  /** The official file has a list in what is answered and a single value in what is sent; either is taken. */
  get orOne(): Field<Value, Who, Needed> {
    return new Field({ ...this.facts, takesOne: true })
  }

  /** A link to a document of ours: whatever host a client reaches us by, it is found by its path. */
  get ownLink(): Field<Value, Who, Needed> {
    return new Field({ ...this.facts, isOwnLink: true })
  }

  /** Present in every answer: the server uses `fallback` when the client sends nothing. */
  orElse(
    fallback: Value | (Value extends readonly unknown[] ? readonly [] : never),
  ): Field<Value, Who, Needed> {
    return new Field({ ...this.facts, fallback })
  }

  /** The server writes the current time into it. */
  stampedOn(stamp: Stamp): Field<Value, Who, Needed> {
    return new Field({ ...this.facts, stamp })
  }
}

/** Any field, whatever its type parameters. */
export type AnyField = Field<unknown, Writer, boolean>

/** The attributes of a type, in the order they are shown. */
export type Shape = Readonly<Record<string, AnyField>>

/** Any type, as the fields that hold its values see it. */
export interface TypeWord {
  readonly name: string
  readonly meaning: string
  readonly fields: Shape
  /** A reference points to a resource that lives elsewhere; a value carries its own content. */
  readonly isReference: boolean
  /** The kinds its `id` may name, where its name does not say so by itself. */
  readonly namedKinds?: readonly string[] | undefined
  /** Whether each of its values must name its `@type`, as in the second generation of the APIs. */
  readonly needsType?: boolean
  /** Whether attributes the type does not know are kept as they are sent, instead of refused. */
  readonly keepsUnknownAttributes?: boolean
  /** What the `@type` of a value may name besides: each with the attributes it has beyond those here. */
  readonly subtypes?: readonly TypeWord[]
  /** All that a value must satisfy beyond its attributes: what the JSON Schema of a registered type says. */
  readonly check?: ((value: object) => readonly Finding[]) | undefined
}

function scalar<Value>(kind: ScalarKind, meaning: string): Field<Value> {
  return new Field<Value>({ kind, meaning, isMandatory: false, writer: 'anyone' })
}

export const text = (meaning: string) => scalar<string>('text', meaning)
export const uri = (meaning: string) => scalar<string>('uri', meaning)
/** An RFC 3339 date-time, kept as the client sent it and compared as an instant. */
export const dateTime = (meaning: string) => scalar<string>('dateTime', meaning)
export const integer = (meaning: string) => scalar<number>('integer', meaning)
export const number = (meaning: string) => scalar<number>('number', meaning)
export const yesNo = (meaning: string) => scalar<boolean>('yesNo', meaning)
export const base64 = (meaning: string) => scalar<string>('base64', meaning)
/** A value of any JSON type, such as the value of a characteristic. */
export const any = (meaning: string) => scalar<unknown>('any', meaning)

/** The identifier of an element within its list, such as an order item: unique there, numbered when missing. */
export function itemId(meaning: string): Field<string> {
  return new Field<string>({ kind: 'text', meaning, isMandatory: false, writer: 'anyone', isItemId: true })
}

/** One of a closed list of values. */
export function oneOf<const Values extends readonly string[]>(
  values: Values,
  meaning: string,
): Field<Values[number]> {
  return new Field<Values[number]>({ kind: 'oneOf', meaning, isMandatory: false, writer: 'anyone', values })
}

type Of<Kind> = Kind extends TypeWord
  ? ValueOf<Kind>
  : Kind extends 'integer' | 'number'
    ? number
    : Kind extends 'yesNo'
      ? boolean
      : Kind extends 'any'
        ? unknown
        : string

/** The value a type describes: its mandatory attributes, its optional ones, and the envelope. */
export type ValueOf<Word extends TypeWord> = ShapeValue<Word['fields']>

/** The value that attributes describe together. */
export type ShapeValue<S extends Shape> = {
  -readonly [K in keyof S as S[K]['needed'] extends true ? K : never]: FieldValue<S, K>
} & {
  -readonly [K in keyof S as S[K]['needed'] extends true ? never : K]?: FieldValue<S, K>
} & Envelope

export type FieldValue<S extends Shape, K extends keyof S> = S[K]['value'] extends Self
  ? ShapeValue<S>
  : S[K]['value'] extends readonly Self[]
    ? ShapeValue<S>[]
    : S[K]['value']

/** The extension attributes every TM Forum type may carry (TMF630 part 1, polymorphism). */
export interface Envelope {
  '@type'?: string
  '@baseType'?: string
  '@schemaLocation'?: string
}

/** A resource given by reference or by value, where its type would run in a circle. */
export interface RefOrValue extends Envelope {
  id?: string
  href?: string
  name?: string
  [attribute: string]: unknown
}

/** One value of another type. */
export function part<Word extends TypeWord>(of: Word, meaning: string): Field<ValueOf<Word>> {
  return new Field<ValueOf<Word>>({
    kind: 'part',
    meaning,
    isMandatory: false,
    writer: 'anyone',
    of: () => of,
  })
}

/**
 * A value of a type declared further down or around a circle. TypeScript cannot infer round a circle,
 * so the caller names the value's type.
 */
export function laterPart<Value>(of: () => TypeWord, meaning: string): Field<Value> {
  return new Field<Value>({ kind: 'part', meaning, isMandatory: false, writer: 'anyone', of })
}

/** Several values of a type, or of a scalar kind. */
export function list<const Kind extends TypeWord | ScalarKind>(of: Kind, meaning: string): Field<Of<Kind>[]> {
  if (typeof of !== 'string') {
    return new Field<Of<Kind>[]>({
      kind: 'list',
      meaning,
      isMandatory: false,
      writer: 'anyone',
      of: () => of,
    })
  }
  const element = scalar<unknown>(of, meaning).facts
  return new Field<Of<Kind>[]>({ kind: 'list', meaning, isMandatory: false, writer: 'anyone', element })
}

/** Several values of a type around a circle; see `laterPart`. */
export function laterList<Value>(of: () => TypeWord, meaning: string): Field<Value[]> {
  return new Field<Value[]>({ kind: 'list', meaning, isMandatory: false, writer: 'anyone', of })
}

/** Several values of the type being declared, such as items within an item. */
export function listOfSelf(meaning: string): Field<Self[]> {
  return new Field<Self[]>({ kind: 'list', meaning, isMandatory: false, writer: 'anyone', of: selfNotBound })
}

/** One value of the type being declared. */
export function partOfSelf(meaning: string): Field<Self> {
  return new Field<Self>({ kind: 'part', meaning, isMandatory: false, writer: 'anyone', of: selfNotBound })
}

/** Marks a field whose type is the one being declared; `type` replaces it. */
export function selfNotBound(): TypeWord {
  throw new Error('listOfSelf and partOfSelf only work inside type(), entity() and reference()')
}
