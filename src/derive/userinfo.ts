/** What TMF691 tells of a user, from the person that TMF632 keeps. */
import type { JsonObject } from './json.ts'

/** Where the attributes that can be asked for are kept. */
export const keptAs: Readonly<Record<string, string>> = {
  sub: 'id',
  id: 'id',
  family_name: 'familyName',
  given_name: 'givenName',
  middle_name: 'middleName',
  nickname: 'preferredGivenName',
  gender: 'gender',
}

/** The user that a person is; the person with its id. */
export function userinfoOf(person: JsonObject): JsonObject {
  const { id, familyName, givenName, middleName, gender, preferredGivenName, birthDate } = person
  const media = (person.contactMedium as Medium[] | undefined) ?? []
  const ordered = [...media].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false))
  const contact = (name: string) =>
    ordered.flatMap(({ characteristic = {} }) => characteristic[name] ?? [])[0]
  const language = (person.languageAbility as Language[] | undefined)?.find(
    ({ isFavouriteLanguage }) => isFavouriteLanguage,
  )
  const told: JsonObject = {
    sub: id,
    name:
      person.formattedName ??
      person.fullName ??
      [givenName, middleName, familyName].filter(Boolean).join(' '),
    family_name: familyName,
    given_name: givenName,
    middle_name: middleName,
    nickname: preferredGivenName,
    gender,
    birthdate: typeof birthDate === 'string' ? birthDate.slice(0, 10) : undefined,
    email: contact('emailAddress'),
    phone_number: contact('phoneNumber'),
    locale: language?.languageCode,
    legalId: person.individualIdentification,
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

interface Medium {
  readonly preferred?: boolean
  readonly characteristic?: Readonly<Record<string, string>>
}

interface Language {
  readonly isFavouriteLanguage?: boolean
  readonly languageCode?: string
}
