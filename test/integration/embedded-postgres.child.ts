/**
 * A process of its own for embedded-postgres.test.ts: starts the server on the folder it is given, says so
 * on standard output, and stays until it is killed (`stay`) or stops it and has nothing left to do (`leave`).
 */
import { FolderLockedError, startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';

const [dataDir = '', mode = 'stay'] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ dataDir });
  process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
  if (mode === 'leave') await server.stop();
  else setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof FolderLockedError)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.message })}\n`);
}
