/**
 * Types: the building blocks resources share, such as Note or RelatedParty.
 * Where one API's own file differs from the shared type, its page says how with `with`, `without` and `needing`.
 */
import { type AnyField, Field, type Shape, selfNotBound, type TypeWord, text, uri } from './field.ts'

/** A named type of the information model, and its attributes in the order they are shown. */
export class Type<S extends Shape = Shape> implements TypeWord {
  readonly name: string
  readonly meaning: string
  readonly fields: S
  /** A reference points to a resource that lives elsewhere; a value carries its own content. */
  readonly isReference: boolean
  readonly namedKinds: readonly string[] | undefined
  readonly needsType: boolean
  readonly keepsUnknownAttributes: boolean
  readonly subtypes: readonly TypeWord[]
  readonly check: TypeWord['check']

  constructor(
    name: string,
    meaning: string,
    fields: S,
    {
      isReference = false,
      namedKinds,
      needsType = false,
      keepsUnknownAttributes = false,
      subtypes = [],
      check,
    }: Omit<Partial<TypeWord>, 'name' | 'meaning' | 'fields'> = {},
  ) {
    this.name = name
    this.meaning = meaning
    this.isReference = isReference
    this.namedKinds = namedKinds
    this.needsType = needsType
    this.keepsUnknownAttributes = keepsUnknownAttributes
    this.subtypes = subtypes
    this.check = check
    this.fields = bindSelf(fields, () => this)
  }

  /** This type with attributes added, or declared otherwise. */
  with<Other extends Shape>(other: Other): Type<Omit<S, keyof Other> & Other> {
    return new Type(this.name, this.meaning, { ...this.fields, ...other }, this)
  }

  /** This type without some attributes. */
  without<const Name extends keyof S>(...names: readonly Name[]): Type<Omit<S, Name>> {
    const kept = Object.entries(this.fields).filter(([name]) => !names.includes(name as Name))
    return new Type(this.name, this.meaning, Object.fromEntries(kept) as Omit<S, Name> & Shape, this)
  }

  /**
   * This type, saying which kinds its `id` names. Only for those whose name does not: a `ServiceRef` or a
   * `ServiceRefOrValue` names a `Service`.
   */
  naming(...kinds: readonly string[]): Type<S> {
    return new Type(this.name, this.meaning, this.fields, { ...this, namedKinds: kinds })
  }

  /** This type as the second generation of the APIs has it: each value must name its `@type`. */
  get typed(): Type<S> {
    return new Type(this.name, this.meaning, this.fields, { ...this, needsType: true })
  }

  /** This type with whatever else a client sends in it: kept, instead of refused (wire contract, section 24). */
  get keepingUnknownAttributes(): Type<S> {
    return new Type(this.name, this.meaning, this.fields, { ...this, keepsUnknownAttributes: true })
  }

  /** This type, each of whose values may be of another type instead, with the attributes that one has besides. */
  withSubtypes(...subtypes: readonly TypeWord[]): Type<S> {
    return new Type(this.name, this.meaning, this.fields, { ...this, subtypes })
  }

  /** This type with some attributes made mandatory. */
  needing<const Name extends keyof S & string>(...names: readonly Name[]): Type<S> {
    return this.#marked(names, true)
  }

  /** This type with some attributes made optional. */
  notNeeding<const Name extends keyof S & string>(...names: readonly Name[]): Type<S> {
    return this.#marked(names, false)
  }

  #marked(names: readonly string[], isMandatory: boolean): Type<S> {
    const fields = Object.entries(this.fields).map(([name, field]) => [
      name,
      names.includes(name) ? new Field({ ...field.facts, isMandatory }) : field,
    ])
    return new Type(this.name, this.meaning, Object.fromEntries(fields) as S, this)
  }
}

/** A value without identity of its own, such as Money. */
export function type<S extends Shape>(name: string, meaning: string, fields: S): Type<S> {
  return new Type(name, meaning, fields)
}

const identity = { id: text('Identifier, unique within its kind'), href: uri('Where it can be read') }

/** A value that may have an identity of its own. */
export function entity<S extends Shape>(name: string, meaning: string, fields: S): Type<typeof identity & S> {
  return new Type(name, meaning, { ...identity, ...fields })
}

const pointer = {
  id: text('Identifier of what is referred to').mandatory,
  href: uri('Where what is referred to can be read'),
  name: text('Name of what is referred to'),
  '@referredType': text('Type of what is referred to'),
}

/** A pointer to a resource that lives elsewhere. */
export function reference<S extends Shape>(
  name: string,
  meaning: string,
  fields: S,
): Type<typeof pointer & S> {
  return new Type(name, meaning, { ...pointer, ...fields }, { isReference: true })
}

function bindSelf<S extends Shape>(fields: S, self: () => TypeWord): S {
  const bound = Object.entries(fields).map(([name, field]): [string, AnyField] => [
    name,
    field.facts.of === selfNotBound ? new Field({ ...field.facts, of: self }) : field,
  ])
  return Object.fromEntries(bound) as S
}
