/** Address validation (TMF673): is the submitted address one we know, and if not, which may be meant? */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Work } from '../resources/work.ts'
import { candidateAddresses } from '../store/addresses.ts'

const maxAlternatives = 10

/** The answered attributes of a geographicAddressValidation. Whoever wants to see a failure gets one. */
export async function validateAddress(work: Work, task: Document, wantedEnd?: string): Promise<JsonObject> {
  const submitted = (task.submittedGeographicAddress ?? {}) as JsonObject
  const rows = await candidateAddresses(work.tx, {
    streetNames: streetNamesOf(submitted),
    postcode: textOf(submitted, 'postcode'),
  })
  const known = rows.map(({ id, doc }) => ({
    id,
    href: work.model.hrefOf(work.model.homeOf('GeographicAddress').page, id),
    ...doc,
  }))
  const exact = known.filter((address) => isSame(submitted, address))
  const [only] = exact
  const isFound = exact.length === 1 && wantedEnd !== 'fails'
  const near = isFound ? known.filter((address) => address !== only) : exact.length > 1 ? exact : known
  const isFailure = wantedEnd === 'fails' || (!isFound && near.length === 0)
  return {
    state: 'done',
    validationDate: work.now,
    validationResult: isFound ? 'success' : isFailure ? 'fails' : 'partial',
    validGeographicAddress: isFound ? only : submitted,
    // Whoever asks for others is answered with a list, also when there are none (wire contract, section 28).
    ...(task.provideAlternative === true
      ? { alternateGeographicAddress: near.slice(0, maxAlternatives) }
      : {}),
  }
}

function textOf(address: JsonObject, name: string): string | undefined {
  const value = address[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A street as it may be stored: with its type in the name or apart. */
function streetNamesOf(address: JsonObject): string[] {
  const name = textOf(address, 'streetName')
  if (name === undefined) return []
  const type = textOf(address, 'streetType')
  const spellings = [name, type ? `${name} ${type}` : name, name.replace(/\s+\S+$/, '')]
  return [...new Set([...spellings, ...spellings.map(capitalised)])]
}

const capitalised = (text: string) =>
  text.toLowerCase().replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())

/** Whether what was submitted says nothing that the known address contradicts, and says enough. */
function isSame(submitted: JsonObject, known: JsonObject): boolean {
  if (lineOf(submitted) !== lineOf(known)) return false
  return ['city', 'postcode', 'stateOrProvince', 'country'].every((name) => {
    const said = textOf(submitted, name)
    const stored = textOf(known, name)
    return said === undefined || stored === undefined || plain(said) === plain(stored)
  })
}

function lineOf(address: JsonObject): string {
  const parts = ['streetNr', 'streetNrSuffix', 'streetName', 'streetType', 'streetSuffix']
  return plain(parts.map((name) => textOf(address, name) ?? '').join(' '))
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim()
