/** The floor of the start benchmark: Node, a connection to PostgreSQL, and a port that is listened on. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
await pool.query('select')
const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(`The floor serves http://127.0.0.1:${(server.address() as AddressInfo).port}`)
process.once('SIGTERM', () => {
  server.close()
  pool.end()
})
