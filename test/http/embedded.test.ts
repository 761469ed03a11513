/** Documents embedded in their parent are created below it, and answered with it (TMF684). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/http.ts'
import { type TestServer, startServer } from '../support/server.ts'
