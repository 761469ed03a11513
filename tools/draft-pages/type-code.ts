/** The code of one type. */
import { type Attribute, type Attributes, envelope } from './attribute.ts'
import { words } from './casing.ts'
import { fieldCode, fieldLine, type Scope } from './field-code.ts'

/** The words a type is declared with, and the attributes that each brings along. */
const implied = {
  reference: [...envelope, 'id', 'href', 'name', '@referredType'],
  entity: [...envelope, 'id', 'href'],
  type: envelope,
} as const satisfies Record<string, readonly string[]>

type Word = keyof typeof implied

/** Declares the type that the scope is of. */
export function typeCode(attributes: Attributes, scope: Scope): string {
  const name = scope.self
  const word = wordFor(name, attributes)
  const lines: string[] = []
  for (const [attribute, facts] of attributes) {
    const code = implied[word].includes(attribute)
      ? impliedCode(attribute, facts, word, scope)
      : ownCode(attribute, facts, scope)
    if (code !== undefined) lines.push(fieldLine(attribute, code))
  }
  return `export const ${name} = ${word}('${name}', ${scope.meanings.code(name)}, {\n  ${lines.join('\n  ')}\n})\n`
}

function wordFor(name: string, attributes: Attributes): Word {
  const has = (...wanted: string[]) => wanted.every((attribute) => attributes.has(attribute))
  const isNamedAsReference = /Ref$|^RelatedParty$|^RelatedEntity$|Relationship$/.test(name)
  if (isNamedAsReference && has('id', '@referredType', 'name')) return 'reference'
  return has('id', 'href') && !isItem(name) ? 'entity' : 'type'
}

/** Items of a list are told apart within it only. */
function isItem(name: string): boolean {
  return /Item$|^Note$/.test(name)
}

/** An attribute that the type's word brings along is written only where it differs. */
function impliedCode(attribute: string, facts: Attribute, word: Word, scope: Scope): string | undefined {
  const isReference = word === 'reference'
  if (attribute === 'id' && facts.mandatory !== isReference) {
    return marked(`text('Identifier of what is meant')`, facts.mandatory)
  }
  if (attribute === 'name' && isReference && facts.mandatory) {
    return marked(`text(${scope.meanings.code(`${scope.self}.name`)})`, true)
  }
  return undefined
}

/** What has the same meaning everywhere needs no sentence of its own. */
function ownCode(attribute: string, facts: Attribute, scope: Scope): string {
  const name = scope.self
  if (attribute === 'href') return `uri('Where it can be read')`
  if (attribute === '@referredType') return `text('Type of what is referred to')`
  if (attribute !== 'id' || scope.meanings.has(`${name}.id`)) {
    return marked(fieldCode(attribute, facts, scope), facts.mandatory)
  }
  const code = isItem(name)
    ? `itemId('Identifier within the list')`
    : `text('Identifier of this ${words(name)}')`
  return marked(code, facts.mandatory)
}

function marked(code: string, mandatory: boolean): string {
  return mandatory ? `${code}.mandatory` : code
}
