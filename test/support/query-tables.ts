/**
 * The tables of the wire contract, sections 9.4, 10 and 11: a query and the last digits of what it finds in the fixture,
 * in response order.
 */

const spec = 'serviceOrderItem.service.serviceSpecification.id'
const characteristic = 'serviceOrderItem.service.serviceCharacteristic.value'

/** Queries as their texts are, before any encoding. */
export const found: readonly (readonly [query: string, ids: string])[] = [
  ['', '1001 1002 1003 1004'],
  ['state=held', '1004'],
  ['state="held"', '1004'],
  ["state='held'", '1004'],
  ['state.eq=held', '1004'],
  ['state==held', '1004'],
  ['state=held,acknowledged', '1002 1004'],
  ['state=held&state=acknowledged', '1002 1004'],
  ['state=held;state=acknowledged', '1002 1004'],
  ['state=held;acknowledged', '1002 1004'],
  ['state=held;priority=4', '1002 1004'],
  ['state=held;priority=4&relatedParty.id=p-2', '1002'],
  ['category=broadband', '1001 1004'],
  ['category.eqi=broadband', '1001 1003 1004'],
  ['category.like=*band', '1001 1003 1004'],
  ['category="voice,mobile"', '1002'],
  ['category=voice\\,mobile', '1002'],
  ['category=voice,mobile', ''],
  ['category.startswith=b', '1001 1004'],
  ['orderDate="2026-03-01T09:00:00.000Z"', '1001'],
  ['orderDate=2026-03-01T10:00:00+01:00', '1001'],
  ['orderDate=2026-03-01', '1001 1002'],
  ['orderDate.gt=2026-03-01', '1004'],
  ['orderDate>2026-03-01', '1004'],
  ['orderDate.gte=2026-03-01', '1001 1002 1004'],
  ['orderDate>=2026-03-01', '1001 1002 1004'],
  ['orderDate.lt=2026-03-01T10:00:00Z', '1001 1003'],
  ['orderDate<2026-03-01;orderDate>=2026-03-02', '1003 1004'],
  ['orderDate.between=2026-02-01,2026-02-28', '1003'],
  ['requestedCompletionDate=2026-03-09T22:00:00Z', '1001'],
  ['relatedParty.id=p-1', '1001 1002'],
  ['relatedParty.id=p-1&relatedParty.role=customer', '1001 1002'],
  ['serviceOrderItem.quantity.gt=2', '1003 1004'],
  ['serviceOrderItem.state=completed', '1001 1003'],
  ['serviceOrderItem.state.ne=completed', '1002 1004'],
  [`${spec}=ss-fttp`, '1001 1003 1004'],
  [`${characteristic}=500`, '1001 1002'],
  ['isExpress=true', '1004'],
  ['@type=BusinessServiceOrder', '1004'],
  ['@type=ServiceOrder', '1001 1002 1003'],
  ['priority.ne=4', '1001 1003 1004'],
  ['priority.in=1,2', '1001 1003'],
  ['priority.nin=1,2', '1002 1004'],
  ['priority.isnull=true', '1004'],
  ['priority.isnotnull=true', '1001 1002 1003'],
  ['description*=^Fibre', '1001'],
  ['description.regex=^Fibre', '1001'],
  ['description=~^Fibre', '1001'],
  ['id=so-1001,so-1003', '1001 1003'],
  ['href=http://other.host/x/tmf-api/serviceOrdering/v4/serviceOrder/so-1002', '1002'],
  ['state=done', ''],
  ["filter=$[?(@.state=='held' || @.priority=='4')]", '1002 1004'],
  ["filter=relatedParty[?(@.id=='p-1' && @.role=='customer')]", '1001'],
  ["filter=serviceOrderItem[?(@.state=='completed' && @.quantity>1)]", '1003'],
  ['filter=serviceOrderItem[?(@.service.serviceCharacteristic[?(@.value==500)])]', '1001 1002'],
  ['filter=note[?(@.author=~/^JD/i)]', '1001'],
  ['filter=$[?(@.serviceOrderItem.length()>=2)]', '1001'],
  ['filter=[?(!@.priority)]', '1004'],
  ["filter=$[?(@.orderDate>='2026-03-01')]&category=broadband", '1001 1004'],
  ['filter=serviceOrderItem[0].state', '1001 1002 1003 1004'],
  ['sort=-orderDate', '1004 1002 1001 1003'],
  ['sort=priority', '1001 1003 1002 1004'],
  ['sort=-priority', '1002 1003 1001 1004'],
  ['sort=category,-orderDate', '1003 1004 1001 1002'],
  ['sort=-serviceOrderItem.quantity', '1004 1003 1001 1002'],
  // What the tables do not show.
  ['isExpress=false', ''],
  ['isExpress.ne=true', '1001 1002 1003'],
  ['isExpress.isnull=true', '1001 1002 1003'],
  ['filter=[?(@.isExpress==true)]', '1004'],
  ['sort=isExpress', '1004 1001 1002 1003'],
  ['sort=-isExpress,-id', '1004 1003 1002 1001'],
  ['category.nei=BROADBAND', '1002'],
  ['category.contains=ice', '1002'],
  ['category.containsi=BAND', '1001 1003 1004'],
  ['category.endswith=mobile', '1002'],
  ['category.likei=?ROAD%', '1001 1003 1004'],
  ['category.regexi=^BROAD', '1001 1003 1004'],
  ['state.ne=held&state.ne=completed', '1001 1002'],
  ['state.ne=held;state.ne=completed', '1001 1002 1003 1004'],
  ['description.isnull=false', '1001'],
  ['note.isnull=', '1002 1003 1004'],
  ['serviceOrderItem.quantity.between=2,3', '1001 1003'],
  ['orderDate!=2026-03-01', '1003 1004'],
  ['orderDate<=2026-03-01', '1001 1002 1003'],
  ['id.gt=so-1002', '1003 1004'],
  ['description.contains="a;b,c"', ''],
  ["filter=state[?(@=='held')]", '1004'],
  ['filter=relatedParty[?(@.role==\'seller\')].id,[?(@.state=="held")]', '1001 1002 1004'],
  ["filter=$[?(@.state!='held')]", '1001 1002 1003'],
  ["filter=$[?(@.priority!=null && !(@.category=='broadband'))]", '1002 1003'],
  ["filter=serviceOrderItem[-1][?(@.state=='inProgress')]", '1001'],
  ['filter=serviceOrderItem[?(@.quantity==$.serviceOrderItem.length())]', '1001 1002'],
  ["filter=relatedParty[?(@type=='x' || @.@referredType=='Customer')]", '1001 1002'],
  ["filter=['state'][?(@>'d')]", '1001 1004'],
  ["filter=$[?('2026-03-01'<@.orderDate)]", '1004'],
  ['filter=note.text', '1001'],
  ["sort=relatedParty[?(@.role=='customer')].id,-id", '1001 1002 1004 1003'],
  ['sort=serviceOrderItem[0].quantity', '1001 1002 1003 1004'],
  ['sort=-id', '1004 1003 1002 1001'],
  ['sort=@type,-state', '1004 1001 1003 1002'],
  ['sort=+state', '1002 1003 1004 1001'],
]

export const refused: readonly (readonly [query: string, status: number, code: string])[] = [
  ['isExpress=yes', 400, 'invalidFilterValue'],
  ['serviceOrderItem.quantity=two', 400, 'invalidFilterValue'],
  ['orderDate=yesterday', 400, 'invalidFilterValue'],
  ['stat=held', 400, 'unknownQueryAttribute'],
  ['state.foo=held', 400, 'unknownOperator'],
  ['filter=$..state', 501, 'jsonPathFeatureNotSupported'],
  ['filter=$[?(@.state==]', 400, 'invalidJsonPath'],
  ['sort=stat', 400, 'invalidSort'],
  ['orderDate=2026-02-30', 400, 'invalidFilterValue'],
  ['orderDate=0000-01-01', 400, 'invalidFilterValue'],
  ['orderDate.between=2026-03-01', 400, 'invalidFilterValue'],
  ['priority.isnull=perhaps', 400, 'invalidFilterValue'],
  ['serviceOrderItem.quantity.like=1*', 400, 'unknownOperator'],
  ['href.like=*', 400, 'unknownOperator'],
  ['state.gt>=held', 400, 'invalidQuery'],
  ['description.regex=(a', 400, 'invalidPattern'],
  ['description.regex=(a)\\1', 400, 'invalidPattern'],
  ['description.regex=(?<=a)b', 400, 'invalidPattern'],
  ['description.regex=a{101}', 400, 'invalidPattern'],
  ['description.regex=a;b', 400, 'invalidFilterValue'],
  ['filter=stat', 400, 'unknownQueryAttribute'],
  ['filter=', 400, 'invalidJsonPath'],
  ['filter=serviceOrderItem[0,1]', 501, 'jsonPathFeatureNotSupported'],
  ['filter=serviceOrderItem[0:2]', 501, 'jsonPathFeatureNotSupported'],
  ['filter=serviceOrderItem[(@.length-1)]', 501, 'jsonPathFeatureNotSupported'],
  ['filter=serviceOrderItem[?(@.quantity.max()>1)]', 501, 'jsonPathFeatureNotSupported'],
  ["filter=$[?(@.orderDate>='soon')]", 400, 'invalidFilterValue'],
  ['sort=relatedParty', 400, 'invalidSort'],
  ['sort=href', 400, 'invalidSort'],
  ['sort=a[', 400, 'invalidSort'],
]

/** The query with every character of its parts percent-encoded. */
export function fullyEncoded(query: string): string {
  return partsOf(query)
    .map((part) => [...Buffer.from(part)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
    .join('&')
}

/** The query as somebody would type it: only what a request target cannot carry is encoded. */
export function barelyEncoded(query: string): string {
  return partsOf(query)
    .map((part) => part.replaceAll('%', '%25').replaceAll(' ', '%20'))
    .join('&')
}

/** The parts between the separators; `&&` within a JSONPath is none. */
function partsOf(query: string): string[] {
  return query.split(/(?<![& ])&(?![& ])/)
}
