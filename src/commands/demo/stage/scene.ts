import type { Checks } from './checks.ts';
import type { Client } from './client.ts';

/** What a scene may use: the installation's front door, and a voice. */
export interface Stage {
  readonly api: Client;
  readonly expect: Checks;
  /** When the day began: one instant for all scenes. */
  readonly now: Date;
  /** A line of the summary. */
  tell(line: string): void;
  /** A page to open, for the summary. */
  link(label: string, url: string): void;
  /** Something that takes a moment: how far it is, from 0 to 1, and a word about it. */
  progress(share: number, note: string): void;
  /** Figures for the end of the summary. */
  figure(name: string, value: string): void;
}

/**
 * One thing that happens on a day: does it over HTTP, tells what came out and compares it with what it
 * expects. To add one: a file here beside the others, and its line in scenes/index.ts.
 */
export interface Scene {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<void>;
}
