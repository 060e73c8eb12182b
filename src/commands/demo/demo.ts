import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from '../../platform/config.ts';
import { stopOnSignal } from '../../platform/shutdown.ts';
import { type Running, startNavette } from '../../roles/start.ts';
import { prepareInstallation } from './installation.ts';
import { scenes } from './scenes/index.ts';
import { createLive, type Live, type Screen } from './show/live.ts';
import { createPaint } from './show/paint.ts';
import { showAddresses, summarize } from './show/summary.ts';
import { Client } from './stage/client.ts';
import { exitCodeOf, playScenes } from './stage/play.ts';

export interface DemoOptions {
  /** End after the summary: 0 if everything came out as expected, else 1. */
  readonly exit: boolean;
}

const openScreen = (): Screen => {
  const { stdout } = process;
  const isTerminal = stdout.isTTY === true;
  let muted = false;
  return {
    write: (text) => {
      if (!muted) stdout.write(text);
    },
    mute: () => {
      muted = true;
    },
    isTerminal,
    columns: stdout.columns ?? 80,
    // Node's answer looks at NO_COLOR and TERM.
    paint: createPaint(isTerminal && stdout.hasColors()),
  };
};

interface Show {
  readonly live: Live;
  readonly screen: Screen;
  /** Path of the log file. */
  readonly log: string;
}

/** The log goes to a file, so that the screen stays a summary. */
const openLog = (config: Config) => {
  const file = join(config.dataDir, 'navette.log');
  const destination = pino.destination({ dest: file, append: false, sync: true });
  return { file, logger: pino({ level: config.logLevel, base: null }, destination) };
};

/** Whoever listens on all addresses is asked by the one that is surely ours. */
const baseOf = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

const play = async ({ services, api }: Running, { live, screen, log }: Show): Promise<0 | 1> => {
  if (api === null) throw new Error('The demo needs the API');
  const { paint, write } = screen;
  const { config, operatorPassword: password, developmentKey } = services;
  const upSeconds = process.uptime();
  const key = developmentKey ?? '';
  live.ready(
    `${paint.bold('Navette is up')} after ${upSeconds.toFixed(1)} s: ${paint.accent(`${api.publicUrl}/docs`)}`,
  );
  const client = new Client(baseOf(config.host, api.port), key);
  const reports = await playScenes(scenes, { api: client, now: new Date() }, live);
  live.close();
  const playSeconds = process.uptime() - upSeconds;
  write(summarize(reports, { requests: client.requests, upSeconds, playSeconds }, paint));
  const addresses = { publicUrl: api.publicUrl, user: config.operator.user, password, key, log };
  const links = reports.flatMap((report) => report.links);
  write(showAddresses(addresses, links, paint));
  return exitCodeOf(reports);
};

/** Plays the day; answers what the process should exit with, or null if it is to stay up. */
const run = async (
  given: Config,
  { exit }: DemoOptions,
  screen: Screen,
  live: Live,
): Promise<0 | 1 | null> => {
  live.starting('Starting PostgreSQL, queues, workers, API and mailbox');
  const config = await prepareInstallation(given);
  const { file, logger } = openLog(config);
  const running = await startNavette(config, logger, { api: true, workers: true });
  const stop = async (): Promise<void> => {
    live.close();
    screen.write('\n  Stopping.\n');
    screen.mute();
    await running.stop();
  };
  if (!exit) stopOnSignal(stop, logger);
  try {
    const code = await play(running, { live, screen, log: file });
    if (!exit) {
      screen.write('  It stays up until Ctrl-C.\n');
      return null;
    }
    screen.write('  Without --exit it stays up at these addresses.\n');
    await running.stop();
    return code;
  } catch (error) {
    await running.stop();
    throw error;
  }
};

/** `navette demo [--exit]`: everything embedded, a realistic day over HTTP, and what came out (docs/demo.md). */
export const demo = async (config: Config, options: DemoOptions): Promise<void> => {
  if (config.production)
    throw new Error('The demo runs embedded, which NODE_ENV=production forbids: unset it');
  const screen = openScreen();
  const live = createLive(screen);
  try {
    const code = await run(config, options, screen, live);
    if (code !== null) process.exit(code);
  } finally {
    live.close();
  }
};
