/**
 * The versions of a catalogue entity: which of them a key of a path names, and which answers for the id after a change
 * (wire contract, section 2.5).
 */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/validate.ts'
import { chosenVersion, splitVersionKey, versionKey, versionOf } from '../derive/versions.ts'
import type { Work } from './work.ts'

/** Brings all versions of an entity into the unit, locked. Gives their keys. */
export async function lockVersions(work: Work, page: ResourcePage, id: string): Promise<string[]> {
  const keys = await work.tx.keysFrom(page.kind, `${id}:(version=`, [id])
  await work.lock(keys.map((key) => ({ kind: page.kind, id: key })))
  return keys
}

/**
 * The key under which the document of a path segment is stored: `42:(version=1.0)` is stored under `42` while that
 * version answers for the id. The segment itself when there is no such version.
 */
export async function keyOfVersion(work: Work, page: ResourcePage, segment: string): Promise<string> {
  const { id, version } = splitVersionKey(segment)
  if (version === undefined) return segment
  await lockVersions(work, page, id)
  const answering = work.find(page.kind, id)
  return answering && versionOf(answering) === version ? id : segment
}

/** Where a new version of an entity is stored. Throws `duplicateId` when the entity has that version. */
export async function keyOfNewVersion(
  work: Work,
  page: ResourcePage,
  id: string,
  draft: JsonObject,
): Promise<string> {
  const keys = await lockVersions(work, page, id)
  if (keys.length === 0) return id
  const version = versionOf({ version: page.fields.version?.facts.fallback, ...draft })
  if (versionsOf(work, page, keys).some((other) => versionOf(other) === version)) {
    const message = `${page.member} '${id}' has a version '${version}' already; choose another version, or PATCH that one`
    throw refuse('duplicateId', message)
  }
  return versionKey(id, version)
}

/** Where a full record of an entity belongs: to the version it names, or to the one that answers for the id. */
export function keyOfRecord(
  work: Work,
  page: ResourcePage,
  record: JsonObject & { readonly id: string },
): string {
  const answering = work.find(page.kind, record.id)
  const { version } = record
  if (!page.facts.isVersioned || answering === undefined || typeof version !== 'string') return record.id
  return versionOf(answering) === version ? record.id : versionKey(record.id, version)
}

/** The keys of the versions of an entity in this unit. */
function versionKeys(work: Work, page: ResourcePage, id: string): string[] {
  return work.idsOf(page.kind).filter((key) => splitVersionKey(key).id === id)
}

/**
 * Puts the version that now answers for the id under the id, and each other under its own key. Throws `duplicateId`
 * when two versions have come to have the same name.
 */
export async function settleVersions(work: Work, page: ResourcePage, id: string): Promise<void> {
  const before = await lockVersions(work, page, id)
  const keys = versionKeys(work, page, id)
  const versions = versionsOf(work, page, keys)
  const chosen = chosenVersion(versions)
  const wanted = new Map(
    versions.map((each) => [each, each === chosen ? id : versionKey(id, versionOf(each))]),
  )
  if (new Set(wanted.values()).size < versions.length || hasTwin(versions, chosen)) {
    throw refuse('duplicateId', `${page.member} '${id}' has that version already`)
  }
  work.move(page.kind, new Map(versions.map((each, index) => [keys[index] ?? '', wanted.get(each) ?? ''])))
  const left = before.filter((key) => ![...wanted.values()].includes(key))
  for (const key of left) await work.tx.remove(page.kind, key, [])
}

function versionsOf(work: Work, page: ResourcePage, keys: readonly string[]): Document[] {
  return keys.map((key) => work.get(page.kind, key))
}

function hasTwin(versions: readonly Document[], chosen: Document | undefined): boolean {
  return versions.some((each) => chosen && each !== chosen && versionOf(each) === versionOf(chosen))
}
