/** The words in which the information model is declared. */
export * from './api.ts'
export * from './departure.ts'
export * from './domain.ts'
export * from './field.ts'
export * from './refusal.ts'
export * from './resource.ts'
export * from './type.ts'
export * from './view.ts'
