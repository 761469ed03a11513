/** Takes a line about something that a person has to look at. */
export type Warn = (warning: string) => void
