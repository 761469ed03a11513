import { expect, test } from 'vitest'
import { factsOf } from '../../src/network/facts.ts'
import { command } from './commands.ts'

const now = '2026-03-01T09:00:00.000Z'
const service = (characteristics: Record<string, unknown>) => ({
  kind: 'Service' as const,
  name: 'GPON access of 42 Maple Ave',
  characteristics,
})

test('an ONT registers with its serial number on itself', () => {
  const target = { name: 'ONT', characteristics: { serialNumber: 'HWTC-A1B2C3D4' } }
  expect(factsOf(command('1', { target }), now)).toEqual({
    configuredAt: now,
    element: 'ONT',
    registeredSerial: 'HWTC-A1B2C3D4',
  })
})

test('a session is set up on its BNG', () => {
  const target = { characteristics: { bng: 'BNG-TOR-01', vlanPair: '2042/100' } }
  expect(factsOf(command('1', { target }), now)).toMatchObject({
    element: 'BNG-TOR-01',
    vlanPair: '2042/100',
  })
})

test('services are switched on and off', () => {
  const target = service({})
  expect(factsOf(command('1', { action: 'activate', target }), now)).toEqual({ activatedAt: now })
  expect(factsOf(command('1', { action: 'deactivate', target }), now)).toEqual({ deactivatedAt: now })
})

test('a test measures light and speed from what the line is like', () => {
  const target = service({ estimatedLoss: 21.4, downstreamSpeed: 1000, upstreamSpeed: 500 })
  expect(factsOf(command('1', { action: 'test', target }), now)).toEqual({
    testedAt: now,
    passed: true,
    opticalPower: -18.4,
    throughput: 940,
    upstreamThroughput: 470,
  })
})

test('a test fails where too little light arrives', () => {
  const target = service({ estimatedLoss: 31.2 })
  expect(factsOf(command('1', { action: 'test', target }), now)).toMatchObject({
    passed: false,
    opticalPower: -28.2,
  })
})

test('a test of a service without light or speed just passes', () => {
  const target = service({ dataAllowance: 50 })
  expect(factsOf(command('1', { action: 'test', target }), now)).toEqual({ testedAt: now, passed: true })
})

test('what a test is to measure is found as the service was set up, save what the line says better', () => {
  const target = service({ Latency: 12, Throughput: 1000, downstreamSpeed: 1000 })
  const measures = ['latency', 'throughput', 'jitter']
  expect(factsOf(command('1', { action: 'test', target, measures }), now)).toEqual({
    testedAt: now,
    passed: true,
    latency: 12,
    throughput: 940,
  })
})

test.each([
  ['heal', 'healedAt'],
  ['scale', 'scaledAt'],
  ['migrate', 'migratedAt'],
] as const)('to %s a function is told with its moment and the element it runs on', (action, moment) => {
  const target = { kind: 'ResourceFunction' as const, name: 'Firewall', characteristics: {} }
  expect(factsOf(command('1', { action, target }), now)).toEqual({ [moment]: now, element: 'Firewall' })
})
