import { createHash } from 'node:crypto';
import { renderAll } from './render-all.ts';
import { eastern, plain } from './sample-documents.ts';

/** Digests of all files, on standard output: another process than the test's, which drew others before. */
for (const document of [eastern, plain]) {
  for (const [name, bytes] of Object.entries(await renderAll(document))) {
    console.log(`${document.rma} ${name} ${createHash('sha256').update(bytes).digest('hex')}`);
  }
}
