import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { aReturnLine, createReturnsFixture, returnAddress } from '../support/returns-fixture.ts';

let pg: TestDatabase;
let api: TestApi;

let fixture: ReturnType<typeof createReturnsFixture>;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);
  await api.put('/v1/settings/channels/shop', { returnAddresses: [{ id: 'default', ...returnAddress }] });
});

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

const work = (path: string, body?: object) => fixture.done(path, body);
const shipped = (channel = 'shop'): Promise<string> => fixture.ship({ channel });
const requested = (): Promise<string> => fixture.request();
const authorized = async (body?: object): Promise<{ returnId: string; rma: string; at: string }> => {
  const returnId = await requested();
  const { rma } = await work(`/v1/returns/${returnId}/authorize`, body);
  return { returnId, rma, at: `/v1/returns/${returnId}/documents` };
};

const bytesOf = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await api.call(path)).arrayBuffer());
const upload = async (form: 'label.pdf' | 'label.png') => {
  const { at } = await authorized();
  const bytes = await bytesOf(`${at}/${form}`);
  const contentType = form === 'label.pdf' ? 'application/pdf' : 'image/png';
  return { bytes, label: { kind: 'uploaded', contentType, base64: bytes.toString('base64') } };
};
/** What a path answers: the status, and the code if it is a problem. */
const answerOf = async (path: string): Promise<unknown[]> => {
  const response = await api.call(path);
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return [response.status, (await jsonOf(response)).code];
  await response.arrayBuffer();
  return [response.status];
};

describe('The answer with a document', () => {
  it.each([
    ['return.pdf', 'application/pdf', 'return-', '.pdf'],
    ['label.pdf', 'application/pdf', 'label-a6-', '.pdf'],
    ['label.pdf?size=4x6', 'application/pdf', 'label-4x6-', '.pdf'],
    ['label.zpl', 'application/zpl', 'label-203-', '.zpl'],
    ['label.zpl?dpi=300', 'application/zpl', 'label-300-', '.zpl'],
    ['label.png', 'image/png', 'label-', '.png'],
  ])('says what %s is', async (form, type, before, after) => {
    const { rma, at } = await authorized();
    const response = await api.call(`${at}/${form}`);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${before}${rma}${after}"`);
    expect(response.headers.get('etag')).toMatch(/^"[\da-f]{64}"$/);
    const head = await api.call(`${at}/${form}`, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(response.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(String(body.length));
  });

  it('may be kept for ever by those who name a version, and is asked about by the others', async () => {
    const { at } = await authorized();
    const kept = async (query: string, headers = {}) => {
      const response = await api.call(`${at}/return.pdf${query}`, { headers });
      await response.arrayBuffer();
      return [response.status, response.headers.get('cache-control'), response.headers.get('etag')] as const;
    };
    const [, newest, etag] = await kept('');
    expect(newest).toBe('private, no-cache');
    expect(await kept('?version=1')).toEqual([200, 'private, max-age=31536000, immutable', etag]);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await kept('', { 'if-none-match': known })).toEqual([304, newest, etag]);
    }
    expect((await kept('', { 'if-none-match': '"other"' }))[0]).toBe(200);
  });

  it.each([
    ['label.pdf?size=a4', 422],
    ['label.zpl?dpi=600', 422],
    ['return.pdf?version=0', 422],
    ['return.pdf?version=x', 422],
    ['return.pdf?version=2', 404],
    ['own-label', 404],
    ['label.svg', 404],
  ])('is none for %s', async (form, status) => {
    const { at } = await authorized();
    expect((await answerOf(`${at}/${form}`))[0]).toBe(status);
  });
});

describe('A return without documents', () => {
  it('says so before its authorisation, and once it has been closed without one', async () => {
    const returnId = await requested();
    const at = `/v1/returns/${returnId}/documents`;
    for (const form of ['return.pdf', 'label.png', 'own-label']) {
      expect(await answerOf(`${at}/${form}`)).toEqual([409, 'return_not_authorized']);
    }
    await work(`/v1/returns/${returnId}/close`, { reason: 'problem_solved' });
    expect(await answerOf(`${at}/return.pdf`)).toEqual([409, 'return_not_authorized']);
  });

  it('says that a withdrawal was authorised before there was an address, until it has one', async () => {
    const orderId = await shipped('addressless');
    const statedAt = new Date().toISOString();
    const withdrawal = { statedAt, confirmedAt: statedAt };
    const { returnId } = await work('/v1/returns', {
      orderId,
      requestedBy: 'buyer',
      withdrawal,
      lines: [aReturnLine],
    });
    const at = `/v1/returns/${returnId}/documents`;
    expect(await answerOf(`${at}/label.pdf`)).toEqual([409, 'no_return_address']);
    expect((await jsonOf(await api.call(`/v1/returns/${returnId}`))).documents).toEqual({});
    await work(at, { returnAddress });
    expect(await answerOf(`${at}/label.pdf`)).toEqual([200]);
  });
});

describe("The seller's own label", () => {
  it('is the label in the forms of its type, and said to be elsewhere in the others', async () => {
    const { bytes, label } = await upload('label.pdf');
    const { at, rma } = await authorized({ label });
    for (const form of ['own-label', 'label.pdf', 'label.pdf?size=4x6']) {
      expect((await bytesOf(`${at}/${form}`)).equals(bytes)).toBe(true);
    }
    const named = (await api.call(`${at}/label.pdf`)).headers.get('content-disposition');
    expect(named).toBe(`inline; filename="own-label-${rma}.pdf"`);
    expect(await answerOf(`${at}/label.png`)).toEqual([409, 'own_label']);
    expect(await answerOf(`${at}/label.zpl`)).toEqual([409, 'own_label']);
    expect(await answerOf(`${at}/return.pdf`)).toEqual([200]);
  });

  it('may be a picture', async () => {
    const { bytes, label } = await upload('label.png');
    const { at } = await authorized({ label });
    expect((await bytesOf(`${at}/label.png`)).equals(bytes)).toBe(true);
    expect(await answerOf(`${at}/label.pdf`)).toEqual([409, 'own_label']);
  });

  it('stays when the address alone is replaced, and goes when a label is', async () => {
    const { bytes, label } = await upload('label.pdf');
    const { returnId, at } = await authorized({ label });
    await work(at, { returnAddress: { ...returnAddress, city: 'Roubaix' } });
    expect((await bytesOf(`${at}/own-label`)).equals(bytes)).toBe(true);
    expect((await bytesOf(`${at}/label.pdf?version=1`)).equals(bytes)).toBe(true);
    const read = await jsonOf(await api.call(`/v1/returns/${returnId}`));
    expect(read).toMatchObject({ label: 'uploaded', documentVersion: 2 });
    expect(Object.keys(read.documents as object)).toEqual(['return.pdf', 'uploaded']);

    await work(at, { label: { kind: 'generated' } });
    expect(await answerOf(`${at}/own-label`)).toEqual([404, 'not_found']);
    expect(await answerOf(`${at}/own-label?version=2`)).toEqual([200]);
    expect((await bytesOf(`${at}/label.pdf`)).equals(bytes)).toBe(false);
    expect(await answerOf(`${at}/label.png`)).toEqual([200]);
  });

  it('may be larger than other bodies, to a limit', async () => {
    const returnId = await requested();
    const tooLong = (megabytes: number) => ({
      label: {
        kind: 'uploaded',
        contentType: 'application/pdf',
        base64: Buffer.alloc(megabytes * 1024 * 1024, 65).toString('base64'),
      },
    });
    const answer = async (megabytes: number) => {
      const response = await api.post(`/v1/returns/${returnId}/authorize`, tooLong(megabytes));
      return [response.status, (await jsonOf(response)).code];
    };
    // 2 MiB are read, and found to be no PDF; 2.5 MiB do not fit the schema, 4 MiB not the limit.
    expect(await answer(2)).toEqual([422, 'label_type_mismatch']);
    expect(await answer(2.5)).toEqual([422, 'invalid_request']);
    expect(await answer(4)).toEqual([413, 'body_too_large']);
  });
});
