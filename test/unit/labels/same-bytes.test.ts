import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { ownCode } from '../../support/own-code.ts';
import { renderAll } from './render-all.ts';
import { eastern, plain } from './sample-documents.ts';

const childFile = 'test/unit/labels/digests.child.ts';

const digests = async (): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const document of [eastern, plain]) {
    for (const [name, bytes] of Object.entries(await renderAll(document))) {
      lines.push(`${document.rma} ${name} ${createHash('sha256').update(bytes).digest('hex')}`);
    }
  }
  return lines;
};

it('draws the same bytes again and again', async () => {
  expect(await digests()).toEqual(await digests());
});

it('draws the same bytes in another process, at another hour of another zone, whatever was drawn before', async () => {
  // Every capital once, with a mark, and ligatures: the font builds these of the plain letters.
  const titles = ['ÁḂĆĎÉḞǴĤÍĴḰĹḾŃÓṔŔŚŤÚṼŴẌÝŹ', 'office fluffy fjord'];
  const options = { encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' } } as const;
  const elsewhere = execFileSync(process.execPath, ownCode(childFile, ...titles), options);
  expect(elsewhere.trim().split('\n')).toEqual(await digests());
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
