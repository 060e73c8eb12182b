import {
  assertSchemaCompatibility,
  type BackendFactory,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  type QueueBaseOptions,
} from 'bullmq';

/**
 * BullMQ remembers the outcome of its first look at the database for ever: a queue or worker made while
 * PostgreSQL was away would stay dead after it is back. This one remembers success only.
 */
class PatientConnection extends PostgresConnection {
  #ready: Promise<void> | undefined;

  override waitUntilReady(): Promise<void> {
    this.#ready ??= this.#check().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #check(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await assertSchemaCompatibility(client, this.schema);
    } finally {
      client.release();
    }
    setImmediate(() => this.emit('ready'));
  }
}

/** As BullMQ's own createPostgresBackend, over the connection above. */
export const createPatientBackend: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (
  name,
  options,
  { withBlockingConnection = false } = {},
) =>
  new PostgresQueueBackend(
    new PatientConnection(options.connection),
    name,
    options,
    true,
    // Shows as application_name, by which Bull Board counts the workers of a queue.
    withBlockingConnection ? nameOf(name, options) : undefined,
  );

function nameOf(
  queue: string,
  options: QueueBaseOptions<PostgresConnectionOptions> & { name?: string },
): string {
  return options.name ? `${queue}:w:${options.name}` : queue;
}
