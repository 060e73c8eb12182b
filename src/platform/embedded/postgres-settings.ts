/**
 * Settings of the embedded server, given on its command line so that a new version of Navette brings its own
 * to old data. Durability is PostgreSQL's default (fsync and synchronous_commit on): what was answered 202
 * survives a power cut here too.
 */
export function serverSettings(port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    // No socket file: its path has a limit of 107 bytes and would need a folder both accounts can use.
    unix_socket_directories: '',
    max_connections: 200,
    // Mapped at once, used only as it fills.
    shared_buffers: '256MB',
    // Our statements are short; compiling them or spreading them over two cores costs more than it gives,
    // and parallel workers need /dev/shm, of which a container has 64 MB.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    // No replicas hang on this server: less to write ahead.
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'on',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    // A queue table of a few hot rows grows fast between vacuums at the default of one a minute.
    autovacuum_naptime: '15s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log is for start, stop and crashes. Errors reach the application, which logs them itself; their
    // details and statements hold personal data, so they stay out of this file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
