import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../random.ts';
import type { Seller } from '../stage/open-stage.ts';
import { type Client, StoryEnded } from './client.ts';
import type { Notebook } from './notebook.ts';
import type { Postbox } from './postbox.ts';
import { openScene } from './scene.ts';
import type { Story } from './stories/story.ts';

export interface PlannedStory {
  readonly number: string;
  readonly story: Story;
  /** After the beginning of the load. */
  readonly atMs: number;
}

export interface LoadPlan {
  readonly seed: number;
  readonly seconds: number;
  /** Pieces of work a second, lines of batches included. */
  readonly rate: number;
  readonly stories: readonly Story[];
}

/** Which stories begin when: the same for the same seed. */
export const planLoad = ({ seed, seconds, rate, stories }: LoadPlan): PlannedStory[] => {
  const random = seededRandom(seed, 'load');
  const deck = stories.flatMap((story) => Array.from({ length: story.weight }, () => story));
  const planned: PlannedStory[] = [];
  let atMs = 0;
  while (atMs < seconds * 1_000) {
    for (const story of random.shuffle(deck)) {
      if (atMs >= seconds * 1_000) break;
      planned.push({ number: `${story.name[0]?.toUpperCase()}${planned.length + 1}`, story, atMs });
      atMs += (story.works * 1_000) / rate;
    }
  }
  return planned;
};

export interface LoadPorts {
  readonly sellers: readonly Seller[];
  readonly client: Client;
  readonly notebook: Notebook;
  readonly postbox: Postbox;
}

/** More at once are no upstream system's any more but a heap that grows while everything is down. */
const mostAtOnce = 400;

/** Plays the stories, each at its time or as soon as there is room; resolves when the last one has ended. */
export const playLoad = async (
  planned: readonly PlannedStory[],
  { seed }: Pick<LoadPlan, 'seed'>,
  { sellers, ...ports }: LoadPorts,
): Promise<void> => {
  const beganMs = Date.now();
  const running = new Set<Promise<void>>();
  const play = async ({ number, story }: PlannedStory): Promise<void> => {
    const random = seededRandom(seed, `story ${number}`);
    try {
      await story.play(openScene({ ...ports, seller: random.pick(sellers), number, random }));
    } catch (error) {
      if (!(error instanceof StoryEnded))
        ports.notebook.surprises.push(`Story ${number} broke off: ${error}`);
    }
  };
  for (const one of planned) {
    await pause(Math.max(0, beganMs + one.atMs - Date.now()));
    while (running.size >= mostAtOnce) await Promise.race(running);
    const played = play(one).finally(() => running.delete(played));
    running.add(played);
  }
  await Promise.all(running);
};
