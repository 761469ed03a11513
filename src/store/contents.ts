/** Files in the database, written and read in parts, so that no node holds a whole one. */
import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'
import { type Transaction, transaction } from './transaction.ts'

/** A file as others know it. */
export interface Content {
  readonly id: string
  readonly address: string
  readonly mediaType: string
  readonly size: number
}

export interface NewContent {
  readonly tenant: string
  /** The path the file is known by; a file that had it before is replaced once this one is complete. */
  readonly address: string
  /** How its owner calls it, when that is more than the path. */
  readonly url?: string
  readonly mediaType: string
  /** ISO date-time. */
  readonly expires: string
}

const partSize = 2 ** 20

const now = () => new Date().toISOString()

/** A file that is being written; nobody sees it before it is complete. */
export class ContentWriter {
  readonly #database: Database
  readonly #file: NewContent
  readonly #id: string
  #held: Uint8Array[] = []
  #length = 0
  #size = 0
  #parts = 0

  private constructor(database: Database, file: NewContent, id: string) {
    this.#database = database
    this.#file = file
    this.#id = id
  }

  /** Begins a file. */
  static async open(database: Database, file: NewContent): Promise<ContentWriter> {
    const { tenant, address, url, mediaType, expires } = file
    const id = randomUUID()
    await transaction(database, { tenant, now }, (tx) =>
      tx.query({
        text: `insert into content (tenant, id, address, url, media_type, expires) values ($1, $2, $3, $4, $5, $6)`,
        values: [tenant, id, address, url ?? null, mediaType, expires],
      }),
    )
    return new ContentWriter(database, file, id)
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes)
    this.#length += bytes.length
    if (this.#length >= partSize) await this.#store()
  }

  /** Ends the file; from now on it is the one at its address. */
  async complete(): Promise<Content> {
    if (this.#length > 0) await this.#store()
    const { tenant, address, mediaType } = this.#file
    const content = { id: this.#id, address, mediaType, size: this.#size }
    await transaction(this.#database, { tenant, now }, (tx) => complete(tx, content))
    return content
  }

  /** Gives the file up. */
  async discard(): Promise<void> {
    await removeContent(this.#database, this.#file.tenant, this.#id).catch(() => {})
  }

  async #store(): Promise<void> {
    const bytes = Buffer.concat(this.#held)
    this.#held = []
    this.#length = 0
    this.#size += bytes.length
    this.#parts += 1
    const { tenant } = this.#file
    await transaction(this.#database, { tenant, now }, (tx) =>
      tx.query({
        name: 'content part',
        text: `insert into content_part (tenant, content, number, bytes) values ($1, $2, $3, $4)`,
        values: [tenant, this.#id, this.#parts, bytes],
      }),
    )
  }
}

/** Stores a file while it comes in. When it breaks off, nothing of it is to be seen. */
export async function writeContent(
  database: Database,
  file: NewContent,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Content> {
  const writer = await ContentWriter.open(database, file)
  try {
    for await (const chunk of chunks) await writer.write(chunk)
    return await writer.complete()
  } catch (error) {
    await writer.discard()
    throw error
  }
}

async function complete(tx: Transaction, { id, address, size }: Content): Promise<void> {
  // Two files may want the same place at the same time: the later one has it.
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended($1, 20))`, values: [address] })
  await tx.query({
    text: `delete from content where tenant = $1 and address = $2 and is_complete`,
    values: [tx.tenant, address],
  })
  await tx.query({
    text: `update content set is_complete = true, size = $3 where tenant = $1 and id = $2`,
    values: [tx.tenant, id, size],
  })
}

/** A complete file by its path or by its owner's URL; undefined when there is none, or no longer. */
export async function findContent(
  database: Database,
  tenant: string,
  place: { readonly address: string } | { readonly url: string },
): Promise<Content | undefined> {
  const [column, value] = 'address' in place ? ['address', place.address] : ['url', place.url]
  const [row] = await database.read<{ id: string; address: string; media_type: string; size: string }>({
    name: `content ${column}`,
    text: `select id, address, media_type, size from content
      where tenant = $1 and ${column} = $2 and is_complete and expires > now() limit 1`,
    values: [tenant, value],
  })
  return row && { id: row.id, address: row.address, mediaType: row.media_type, size: Number(row.size) }
}

/** The bytes of a file, part by part. Throws when the file goes while it is read. */
export async function* readContent(
  database: Database,
  tenant: string,
  { id, size }: Pick<Content, 'id' | 'size'>,
): AsyncGenerator<Buffer> {
  for (let number = 1, read = 0; read < size; number++) {
    const [row] = await database.read<{ bytes: Buffer }>({
      name: 'content read',
      text: `select bytes from content_part where tenant = $1 and content = $2 and number = $3`,
      values: [tenant, id, number],
    })
    if (row === undefined) throw new Error(`content ${id} is gone`)
    read += row.bytes.length
    yield row.bytes
  }
}

export async function removeContent(database: Database, tenant: string, id: string): Promise<void> {
  await database.withWriter((client) =>
    client.query(`delete from content where tenant = $1 and id = $2`, [tenant, id]),
  )
}

/** Removes the file at an address. */
export async function removeContentAt(tx: Transaction, address: string): Promise<void> {
  await tx.query({
    text: `delete from content where tenant = $1 and address = $2`,
    values: [tx.tenant, address],
  })
}

/** Removes files that nobody may read since a moment, those first that ran out first. Gives how many. */
export async function forgetContents(database: Database, before: string, limit: number): Promise<number> {
  const { rowCount } = await database.withWriter((client) =>
    client.query({
      name: 'content forget',
      text: `delete from content where (tenant, id) in
        (select tenant, id from content where expires < $1 order by expires limit $2 for update skip locked)`,
      values: [before, limit],
    }),
  )
  return rowCount ?? 0
}
