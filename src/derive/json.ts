/** A JSON object whose members are not known before it is looked at. */
export type JsonObject = { [name: string]: unknown }
