import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderLabelZpl } from '../../../src/labels/render-label-zpl.ts';
import { hasPrograms, patient, scan, temporaryFolder } from './programs.ts';
import { eastern, endless, plain } from './sample-documents.ts';

/** Its file says that it has a source map, which it has not: Vite would complain at an import. */
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as typeof import('zpl-renderer-js');

const commands = (zpl: string): readonly string[] => zpl.match(/\^[A-Z][A-Z0-9]/g) ?? [];

it('is one label of plain ASCII, four by six inches at either resolution', async () => {
  for (const [dpi, size] of [
    [203, '^PW812^LL1218'],
    [300, '^PW1200^LL1800'],
  ] as const) {
    const zpl = await renderLabelZpl(eastern, dpi);
    expect(zpl).toMatch(/^[\n -~]*$/);
    expect(zpl).toContain(size);
    expect(commands(zpl).filter((command) => command === '^XA' || command === '^XZ')).toEqual(['^XA', '^XZ']);
  }
});

it('leaves the codes to the printer, in set B and with correction level M', async () => {
  const zpl = await renderLabelZpl({ ...plain, rma: 'A' }, 203);
  expect(zpl).toMatch(/\^BCN,\d+,N,N,N\^FH\^FD>:A\^FS/);
  expect(zpl).toContain(`^FH^FDMA,${plain.rmaUrl}^FS`);
});

it('lets nothing in a field begin a command', async () => {
  const rmaUrl = 'https://a.example/~x^XA_y/rma/A_B';
  const zpl = await renderLabelZpl({ ...plain, rma: 'A_B', rmaUrl }, 203);
  expect(zpl).toContain('^FDMA,https://a.example/_7Ex_5EXA_5Fy/rma/A_5FB^FS');
  expect(zpl).toContain('^FD>:A_5FB^FS');
  expect(zpl).not.toContain('~');
});

describe.skipIf(!hasPrograms('zbarimg'))('a scanner (zbarimg) of what a printer makes of it', () => {
  const folder = temporaryFolder();
  const digits = { ...plain, rma: '12345678901234567890' };
  const all = { plain, eastern, endless, digits };

  it.each(Object.entries(all))('reads both codes: %s', patient, async (name, document) => {
    const { api } = await ready;
    for (const dpi of [203, 300] as const) {
      const zpl = await renderLabelZpl(document, dpi);
      const image = await api.zplToBase64Async(zpl, 101.6, 152.4, dpi === 203 ? 8 : 12);
      const file = join(folder, `${name}-${dpi}.png`);
      writeFileSync(file, Buffer.from(image, 'base64'));
      expect(await scan(file)).toEqual([`CODE-128:${document.rma}`, `QR-Code:${document.rmaUrl}`]);
    }
  });
});
