/** What something costs in time of the processor, which does not depend on how busy the machine is. */

/** The milliseconds of processor time this process takes for something. */
export async function costOf(run: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
