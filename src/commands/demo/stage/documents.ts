import type { Stage } from './scene.ts';

/** A document that is expected to be a PDF, as its bytes. */
export const readPdf = async ({ api, expect }: Stage, what: string, path: string): Promise<Buffer> => {
  const response = await api.call(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  const begins = bytes.subarray(0, 5).toString('latin1');
  expect.equal(`${what} is a PDF`, [response.status, begins], [200, '%PDF-']);
  return bytes;
};
