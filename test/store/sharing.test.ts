/** What many ask for at once is made once for all of them, and never begun before they asked. */
import { expect, test } from 'vitest'
import { Sharing } from '../../src/store/sharing.ts'

/** Makes what the test says when it says so. */
class Maker {
  readonly begun: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  readonly make = () => new Promise<string>((resolve, reject) => this.begun.push({ resolve, reject }))
}

test('who asks while it is being made gets the next one, together with all others', async () => {
  const [sharing, maker] = [new Sharing<string>(), new Maker()]
  const first = sharing.get('held', maker.make)
  const others = [1, 2, 3].map(() => sharing.get('held', maker.make))
  expect(maker.begun).toHaveLength(1)
  maker.begun[0]?.resolve('old')
  expect(await first).toBe('old')
  await expect.poll(() => maker.begun.length).toBe(2)
  maker.begun[1]?.resolve('new')
  expect(await Promise.all(others)).toEqual(['new', 'new', 'new'])
})

test('different things are made side by side, and a thing again when it is asked for again', async () => {
  const [sharing, maker] = [new Sharing<string>(), new Maker()]
  const both = [sharing.get('held', maker.make), sharing.get('completed', maker.make)]
  expect(maker.begun).toHaveLength(2)
  for (const { resolve } of maker.begun) resolve('done')
  await Promise.all(both)
  sharing.get('held', maker.make)
  expect(maker.begun).toHaveLength(3)
})

test('a failure is told to those who asked for it, and keeps nobody else from asking', async () => {
  const [sharing, maker] = [new Sharing<string>(), new Maker()]
  const first = sharing.get('held', maker.make)
  const second = sharing.get('held', maker.make)
  maker.begun[0]?.reject(new Error('too expensive'))
  await expect(first).rejects.toThrow('too expensive')
  await expect.poll(() => maker.begun.length).toBe(2)
  maker.begun[1]?.reject(new Error('still too expensive'))
  await expect(second).rejects.toThrow('still too expensive')
  const third = sharing.get('held', maker.make)
  maker.begun[2]?.resolve('cheap')
  expect(await third).toBe('cheap')
})
