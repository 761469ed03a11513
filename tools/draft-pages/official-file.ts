/** An official file of TM Forum: finding and reading it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DraftRefusal } from './refusal.ts'
import { isSwagger, type Swagger } from './swagger.ts'

/** Reads the official file of an API from a folder of such files. */
export function readOfficialFile(folder: string, number: string): Swagger {
  const name = namesIn(folder).find((file) => file.startsWith(`TMF${number}-`))
  if (name === undefined) throw new DraftRefusal(`There is no file for TMF${number} in ${folder}.`)
  const path = join(folder, name)
  const content = parsed(path)
  if (!isSwagger(content)) {
    throw new DraftRefusal(`${path} is no swagger 2 file with info, basePath, paths and definitions.`)
  }
  return content
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    throw new DraftRefusal(`There is no folder of official files at ${folder}.`)
  }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new DraftRefusal(`${path} cannot be read as JSON.`)
  }
}
