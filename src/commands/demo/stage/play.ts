import { Checks, type Difference } from './checks.ts';
import type { Client } from './client.ts';
import type { Scene, Stage } from './scene.ts';

export interface SceneReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly checks: number;
  readonly differences: readonly Difference[];
  readonly seconds: number;
}

/** What a person sees while the scenes play. */
export interface Watcher {
  begin(title: string, at: { readonly number: number; readonly of: number }): void;
  progress(share: number, note: string): void;
  end(report: SceneReport): void;
}

const playOne = async (
  scene: Scene,
  shared: Pick<Stage, 'api' | 'now'>,
  watcher: Watcher,
): Promise<SceneReport> => {
  const expect = new Checks();
  const lines: string[] = [];
  const links: { label: string; url: string }[] = [];
  const figures: { name: string; value: string }[] = [];
  const startedAt = performance.now();
  try {
    await scene.play({
      ...shared,
      expect,
      tell: (line) => lines.push(line),
      link: (label, url) => links.push({ label, url }),
      figure: (name, value) => figures.push({ name, value }),
      progress: (share, note) => watcher.progress(share, note),
    });
  } catch (error) {
    expect.broke(error);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { count: checks, differences } = expect;
  return { title: scene.title, lines, links, figures, checks, differences, seconds };
};

/** Plays the scenes one after the other: a later one may rest on an earlier one. */
export const playScenes = async (
  scenes: readonly Scene[],
  shared: { readonly api: Client; readonly now: Date },
  watcher: Watcher,
): Promise<readonly SceneReport[]> => {
  const reports: SceneReport[] = [];
  for (const [index, scene] of scenes.entries()) {
    watcher.begin(scene.title, { number: index + 1, of: scenes.length });
    const report = await playOne(scene, shared, watcher);
    watcher.end(report);
    reports.push(report);
  }
  return reports;
};

/** 0 if everything came out as expected, else 1. A day on which nothing was checked proves nothing. */
export const exitCodeOf = (reports: readonly SceneReport[]): 0 | 1 => {
  const fine = reports.every(({ checks, differences }) => checks > 0 && differences.length === 0);
  return reports.length > 0 && fine ? 0 : 1;
};
