import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { renderAll } from './render-all.ts';
import { eastern, plain } from './sample-documents.ts';

const childFile = fileURLToPath(new URL('./digests.child.ts', import.meta.url));

const digests = async (): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const document of [eastern, plain]) {
    for (const [name, bytes] of Object.entries(await renderAll(document))) {
      lines.push(`${document.rma} ${name} ${createHash('sha256').update(bytes).digest('hex')}`);
    }
  }
  return lines;
};

it('draws the same bytes again and again, and in another process at another hour of another zone', async () => {
  const first = await digests();
  expect(await digests()).toEqual(first);
  const options = { encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' } } as const;
  const elsewhere = execFileSync(process.execPath, ['--import', 'tsx', childFile], options);
  expect(elsewhere.trim().split('\n')).toEqual(first);
});

it('draws the same bytes whatever was drawn before: letters that are made of others, and ligatures', async () => {
  // Every capital once, with a mark: the font builds these of the plain ones.
  const titles = ['ÁḂĆĎÉḞǴĤÍĴḰĹḾŃÓṔŔŚŤÚṼŴẌÝŹ', 'office fluffy fjord'];
  const later = execFileSync(process.execPath, ['--import', 'tsx', childFile, ...titles], {
    encoding: 'utf8',
  });
  expect(later.trim().split('\n')).toEqual(await digests());
});

it('draws other bytes when anything is different', async () => {
  const before = await renderAll(plain);
  const after = await renderAll({ ...plain, orderNumber: '404-1234567-7654322' });
  for (const [name, bytes] of Object.entries(before)) expect(after[name], name).not.toEqual(bytes);
});

it('has no date in a PDF but that of the return', async () => {
  const pdf = Buffer.from((await renderAll(plain))['return.pdf'] ?? []).toString('latin1');
  const dates = [...pdf.matchAll(/D:\d{14}Z?/g)].map(([date]) => date);
  expect(new Set(dates)).toEqual(new Set(['D:20260404093000Z']));
});
