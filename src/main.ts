#!/usr/bin/env node
/**
 * The command line: reads the settings, starts a node, and the demo when asked. The only file that starts things. Each
 * command is loaded when it is asked for.
 */
import type { Node } from './node.ts'
import { helpText, readSettings, type Settings } from './settings.ts'
import { StartRefusal } from './store/start-refusal.ts'

async function main(): Promise<number> {
  const [command, ...others] = process.argv.slice(2)
  if (command === 'conform') return conform(others)
  const settings = readSettings(process.argv.slice(2), process.env)
  if (settings.help) {
    console.log(helpText())
    return 0
  }
  const isDemo = settings.command === 'demo'
  const { startNode } = await import('./start.ts')
  // The demo's lines are its output; what is merely worth logging would stand between them.
  const node = await startNode(
    isDemo && settings.logLevel === 'info' ? { ...settings, logLevel: 'warn' } : settings,
  )
  const stopped = stopSignal()
  if (!settings.json)
    console.log(`Goldthread serves ${node.url} (open sandbox: loopback only, no authentication)`)
  try {
    const code = isDemo ? await demo(node, settings) : 0
    if (isDemo && settings.once) return code
    if (isDemo && !settings.json) console.log('The server stays up; Ctrl-C stops it.')
    await stopped
    return code
  } finally {
    await node.stop()
  }
}

async function conform(args: readonly string[]): Promise<number> {
  const [{ runConform }, { apis }] = await Promise.all([
    import('./conform/command.ts'),
    import('./apis/index.ts'),
  ])
  return runConform(args, apis, terminal())
}

/** Where a command writes; progress is drawn only where a person watches. */
function terminal() {
  const { stderr } = process
  return {
    print: (text: string) => console.log(text),
    ...(stderr.isTTY ? { redraw: (text: string) => stderr.write(`\r\x1b[K${text}`) } : {}),
  }
}

async function demo(node: Node, settings: Settings): Promise<number> {
  const [{ runDemo }, { JourneyRefused }] = await Promise.all([
    import('./demo/demo.ts'),
    import('./demo/journey.ts'),
  ])
  try {
    const state = await runDemo(node, { json: settings.json, print: (line) => console.log(line) })
    return state === 'completed' ? 0 : 1
  } catch (error) {
    if (!(error instanceof JourneyRefused)) throw error
    console.log(`The order cannot be placed: ${error.message}`)
    return 1
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    if (error instanceof StartRefusal) console.error(error.message)
    else console.error(error)
    process.exitCode = 1
  },
)
