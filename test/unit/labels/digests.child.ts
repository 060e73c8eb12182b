import { createHash } from 'node:crypto';
import { renderAll } from './render-all.ts';
import { eastern, plain } from './sample-documents.ts';

// The titles that its arguments name come first, in documents of their own.
const [line] = plain.lines;
for (const title of process.argv.slice(2)) {
  if (line !== undefined) await renderAll({ ...plain, lines: [{ ...line, title }] });
}

/** Digests of all files, on standard output: another process than the test's, which drew others before. */
for (const document of [eastern, plain]) {
  for (const [name, bytes] of Object.entries(await renderAll(document))) {
    console.log(`${document.rma} ${name} ${createHash('sha256').update(bytes).digest('hex')}`);
  }
}
