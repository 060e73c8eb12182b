import { setTimeout as pause } from 'node:timers/promises';
import type { JobState } from '../../../db/schema/job.ts';
import type { Random } from '../random.ts';
import type { Seller } from '../stage/open-stage.ts';
import { type Client, isFinished, type Job, jsonHeaders, StoryEnded } from './client.ts';
import { patienceMs } from './http.ts';
import type { Notebook } from './notebook.ts';
import type { Postbox } from './postbox.ts';

export interface SceneOptions {
  readonly seller: Seller;
  /** Of the story, and of what it names: no other has it. */
  readonly number: string;
  readonly random: Random;
  readonly client: Client;
  readonly notebook: Notebook;
  readonly postbox: Postbox;
}

export interface AskOptions {
  /** How the job may end; done unless given. */
  readonly expected?: readonly JobState[];
  /** Another key than the story's next one. */
  readonly key?: string;
}

/** What a story acts with: a seller's systems, and the people who get mails. */
export interface Scene extends SceneOptions {
  /** Asks for work and goes on as soon as it is accepted. */
  ask(path: string, body: unknown, options?: AskOptions): Promise<Job>;
  /** Asks for work and waits until it has ended. */
  finish(path: string, body: unknown, options?: AskOptions): Promise<Job>;
  /** What a job that is done resulted in. */
  result(path: string, body: unknown): Promise<Readonly<Record<string, unknown>>>;
  read<T>(path: string): Promise<T>;
  /** Looks until there is something. @throws StoryEnded when its patience is over. */
  await<T>(what: string, look: () => T | null | Promise<T | null>): Promise<T>;
}

/** So many callers go away at the first trouble and never ask again. */
const shareOfQuitters = 0.1;
const lookEveryMs = 250;

export const openScene = (options: SceneOptions): Scene => {
  const { seller, number, random, client, notebook } = options;
  const persistent = !random.chance(shareOfQuitters);
  let asked = 0;

  const askFor = (path: string, body: unknown, waitSeconds: number, given: AskOptions): Promise<Job> => {
    asked += 1;
    const idempotencyKey = given.key ?? `${number}/${asked}`;
    const expected = given.expected ?? ['done'];
    return client.ask({ seller, path, body, idempotencyKey, expected, waitSeconds, persistent });
  };

  const read = async <T>(path: string): Promise<T> => {
    const { status, text } = await client.send({ method: 'GET', path, headers: jsonHeaders(seller) });
    if (status === 200) return JSON.parse(text) as T;
    notebook.surprises.push(`GET ${path} was answered ${status}`);
    throw new StoryEnded();
  };

  const awaitIt = async <T>(what: string, look: () => T | null | Promise<T | null>): Promise<T> => {
    const giveUpAtMs = Date.now() + patienceMs;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > giveUpAtMs) {
        notebook.surprises.push(`${number} waited for minutes, in vain, for ${what}`);
        throw new StoryEnded();
      }
      await pause(lookEveryMs);
    }
  };

  const finish = async (path: string, body: unknown, given: AskOptions = {}): Promise<Job> => {
    const job = await askFor(path, body, 5, given);
    if (isFinished(job)) return job;
    return awaitIt(`the end of job ${job.jobId}`, async () => {
      const seen = await read<Job>(`/v1/jobs/${job.jobId}`);
      return isFinished(seen) ? seen : null;
    });
  };

  return {
    ...options,
    ask: (path, body, given = {}) => askFor(path, body, 0, given),
    finish,
    result: async (path, body) => {
      const { result } = await finish(path, body);
      // That it should have been done is for the invariants to say.
      if (result === undefined) throw new StoryEnded();
      return result;
    },
    read,
    await: awaitIt,
  };
};

/** Work that begins together; resolves when all of it has ended, one way or the other. @throws what the first threw. */
export const atOnce = async <T>(all: readonly Promise<T>[]): Promise<T[]> => {
  await Promise.allSettled(all);
  return Promise.all(all);
};
