import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const distFolder = `${root}dist`;
export const fingerprintFile = `${distFolder}/sources.sha256`;

const folders = ['src', 'queues', 'workers', 'db'];
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * One hash of everything the build is made from: names and contents, never times, so that a copy or a
 * checkout of the same sources has the same one. Takes some 20 ms. Null where there are no sources.
 *
 * @returns {string | null}
 */
export const fingerprintSources = () => {
  if (!existsSync(`${root}src/cli.ts`)) return null;
  const files = folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const hash = createHash('sha256');
  for (const name of [...settings, ...files.sort()]) {
    const content = readFileSync(root + name);
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

/**
 * A module of a development tool of this installation, or null: to have none is fair. One that happens to lie in a
 * folder above, where Node would look as well, is not ours.
 *
 * @param {'tsx' | 'typescript'} tool
 * @param {string} [module]
 * @returns {string | null}
 */
export const findTool = (tool, module = tool) =>
  existsSync(`${root}node_modules/${tool}/package.json`)
    ? createRequire(import.meta.url).resolve(module)
    : null;
