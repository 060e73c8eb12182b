import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import { bad, codeOf, type Finding, look, ok, reasonOf } from './finding.ts';

const limitMs = 5_000;

const readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string().optional() })),
});

const words: Readonly<Record<string, string>> = {
  database: 'its database',
  queueStore: 'the store of its queues',
  consumers: 'workers for every queue',
};

/** What a running Navette says of itself; null: nobody there, or somebody else. */
const askReadiness = async (url: string): Promise<Finding[] | null> => {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(limitMs) });
    const { ready, checks } = readiness.parse(await response.json());
    const failed = Object.entries(checks).filter(([, check]) => !check.ok);
    const found = failed.map(([name, { detail }]) => {
      const what = `The Navette at ${url} lacks ${words[name] ?? name}${detail === undefined ? '' : ` (${detail})`}`;
      const mend =
        name === 'consumers'
          ? 'Start a worker (`navette worker`), or look into the log of those that run.'
          : 'Its log says more.';
      return ready ? look(what, mend) : bad(what, mend);
    });
    return found.length > 0 ? found : [ok(`The Navette at ${url} is ready`)];
  } catch {
    return null;
  }
};

const tryPort = async (port: number, host: string): Promise<unknown> => {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error;
  } finally {
    server.close();
  }
};

const localHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

/** A running Navette is asked how it is; otherwise the port must be free for one. */
export const checkService = async (config: Config, runningUrl: string | null): Promise<Finding[]> => {
  const { port, host, publicUrl } = config;
  const here = runningUrl ?? `http://${localHost(host)}:${port}`;
  const running = port === 0 && runningUrl === null ? null : await askReadiness(here);
  if (running !== null) return running;
  const failure = port === 0 ? null : await tryPort(port, host);
  const findings: Finding[] = [];
  if (failure === null) findings.push(ok(`Port ${port} of ${host} is free`));
  else if (codeOf(failure) === 'EADDRINUSE') {
    findings.push(bad(`Port ${port} is taken by another program`, 'Stop it, or set PORT to a free one.'));
  } else {
    findings.push(
      bad(`Port ${port} of ${host} cannot be opened (${reasonOf(failure)})`, 'Set PORT and HOST otherwise.'),
    );
  }
  if (publicUrl === null || publicUrl === here) return findings;
  const elsewhere = await askReadiness(publicUrl);
  const silent = look(
    `No Navette answers at PUBLIC_URL (${publicUrl})`,
    'If one should run, start it; links in mail lead there.',
  );
  return [...findings, ...(elsewhere ?? [silent])];
};
