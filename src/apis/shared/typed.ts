/** Parts as the second generation of the APIs has them: every value names its `@type`. */
import { list } from '../../declare/index.ts'
import { CharacteristicRelationship, Characteristic as PlainCharacteristic } from './common.ts'

export const TypedCharacteristic = PlainCharacteristic.with({
  characteristicRelationship: list(
    CharacteristicRelationship.needing('id', 'relationshipType').typed,
    'Other features linked to this one',
  ),
}).typed
