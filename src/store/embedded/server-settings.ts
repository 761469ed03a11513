/**
 * How the embedded server runs: for one machine that does other things too, and with nothing to lose. Given
 * on its command line at each start, so a newer Goldthread reaches older data folders and no stray file
 * weakens durability.
 */
export function serverSettings(port: number): Readonly<Record<string, string>> {
  return {
    // Other users of this machine meet the password; other machines meet nothing.
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ssl: 'off',

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',

    max_connections: '100',
    shared_buffers: '128MB',
    wal_compression: 'on',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',

    timezone: 'UTC',
    log_timezone: 'UTC',
    // What the server has to tell. Refused statements are told to who sent them, and would fill the disk.
    log_min_messages: 'log',
    cluster_name: 'goldthread',
  }
}
