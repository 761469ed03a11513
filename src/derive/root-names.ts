/** The attributes of a document a test is about, by their first names. */
import type { Operand, Route, Test } from './condition.ts'

export function rootNames(test: Test): string[] {
  return namesIn(test, true)
}

function namesIn(test: Test, isAtRoot: boolean): string[] {
  switch (test.is) {
    case 'condition':
      return isAtRoot ? test.path.slice(0, 1) : []
    case 'all':
    case 'any':
      return test.tests.flatMap((each) => namesIn(each, isAtRoot))
    case 'not':
      return namesIn(test.test, isAtRoot)
    case 'some': {
      const isStill = test.route.hops.length === 0 && (isAtRoot || test.route.from === 'root')
      return [...namesOnRoute(test.route, isAtRoot), ...namesIn(test.test, isStill)]
    }
    case 'comparison':
      return [test.left, test.right].flatMap((operand) => namesOfOperand(operand, isAtRoot))
  }
}

function namesOnRoute({ from, hops }: Route, isAtRoot: boolean): string[] {
  const first = isAtRoot || from === 'root' ? (hops[0]?.path.slice(0, 1) ?? []) : []
  return [...first, ...hops.flatMap(({ test }) => (test ? namesIn(test, false) : []))]
}

function namesOfOperand(operand: Operand, isAtRoot: boolean): string[] {
  if (operand.is === 'number') return []
  const { route, path } = operand
  const isWhole = route.hops.length === 0 && (isAtRoot || route.from === 'root')
  return [...namesOnRoute(route, isAtRoot), ...(isWhole ? path.slice(0, 1) : [])]
}
