import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { appRoutes } from '@bull-board/api/dist/routes.js';
import { describe, expect, it } from 'vitest';
import { refuseOtherActions } from '../../../src/api/board/board-actions.ts';
import { boardStyle } from '../../../src/api/board/board-style.ts';
import { relabel } from '../../../src/api/board/board-texts.ts';

/** What our layer leans on in Bull Board without being promised it: an upgrade that moves it fails here. */
const ui = join(
  dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')),
  'dist/static',
);

const scripts = ['js', 'js/async']
  .flatMap((folder) => readdirSync(join(ui, folder)).map((file) => join(ui, folder, file)))
  .filter((file) => file.endsWith('.js'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('Bull Board', () => {
  it('has the classes and icons by which buttons are hidden', () => {
    const classes = [...boardStyle.matchAll(/class\^='(\w+)'/g)].map(([, name]) => name);
    const icons = [...boardStyle.matchAll(/\.lucide-([\w-]+)/g)].map(([, name]) => name);
    expect(classes.length * icons.length).toBeGreaterThan(10);
    expect(classes.filter((name) => !scripts.includes(`"${name}-`))).toEqual([]);
    expect(icons.filter((name) => !scripts.includes(`"${name}"`))).toEqual([]);
  });

  it('has the texts that are replaced', () => {
    const read = (language: string) =>
      JSON.parse(readFileSync(join(ui, 'locales', language, 'messages.json'), 'utf8'));
    const pathsOf = (texts: object, path = ''): string[] =>
      Object.entries(texts).flatMap(([key, value]) =>
        typeof value === 'object' ? pathsOf(value, `${path}${key}.`) : [`${path}${key}`],
      );
    for (const language of readdirSync(join(ui, 'locales'))) {
      const ours = pathsOf(relabel(language, {}));
      const theirs = new Set(pathsOf(read(language)));
      expect(ours.filter((path) => !theirs.has(path))).toEqual([]);
      expect(relabel(language, read(language))).not.toEqual(read(language));
    }
  });

  it('changes something only by the actions that are offered', async () => {
    const changing = appRoutes.api.flatMap(({ method, route }) =>
      [method]
        .flat()
        .flatMap((verb) => (verb === 'get' ? [] : [[route].flat().map((path) => ({ verb, path }))]))
        .flat(),
    );
    const allowed: string[] = [];
    for (const { verb, path } of changing) {
      const answer = await refuseOtherActions({ method: verb, route: path, request: {} as never });
      if (answer?.allow !== false) allowed.push(`${verb} ${path}`);
    }
    expect(changing.length).toBeGreaterThan(20);
    expect(allowed.sort()).toEqual([
      'put /api/queues/:queueName/:jobId/clean',
      'put /api/queues/:queueName/:jobId/promote',
      'put /api/queues/:queueName/:jobId/retry',
      'put /api/queues/:queueName/pause',
      'put /api/queues/:queueName/resume',
      'put /api/queues/pause',
      'put /api/queues/resume',
    ]);
  });
});
