#!/usr/bin/env node
/**
 * Starts Navette: the build if it was made from exactly the sources that lie here, else the sources
 * themselves. So what runs is always what one reads, and starting never writes a file that another
 * process may be reading (docs/decisions/0010).
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { distFolder, findTool, fingerprintFile, fingerprintSources, root } from './sources.js';

/** Where the build was delivered without sources (a package), there is nothing that it could be older than. */
const buildIsCurrent = () => {
  if (!existsSync(fingerprintFile)) return false;
  const sources = fingerprintSources();
  return sources === null || sources === readFileSync(fingerprintFile, 'utf8');
};

const tsx = findTool('tsx');

if (buildIsCurrent()) {
  await import(pathToFileURL(`${distFolder}/src/cli.js`).href);
} else if (tsx !== null) {
  await import(pathToFileURL(tsx).href);
  await import(pathToFileURL(`${root}src/cli.ts`).href);
} else {
  console.error('The build is missing or older than the sources. Run "npm install" with development tools.');
  process.exit(1);
}
