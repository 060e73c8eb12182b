import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createReturnsFixture } from '../support/returns-fixture.ts';

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;
let fixture: ReturnType<typeof createReturnsFixture>;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  other = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);
});

afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
let number = 0;

/** An order of two mugs whose parcel left so long ago that it counts as lost, unless something was scanned. */
const shipLongAgo = async (scan?: string): Promise<string> => {
  number += 1;
  const trackingNumber = `LOST-${number}`;
  const orderId = await fixture.ship({ placedAt: daysAgo(60) }, { trackingNumber, shippedAt: daysAgo(59) });
  if (scan !== undefined) {
    await fixture.done('/v1/tracking-events', {
      carrier: 'colissimo',
      trackingNumber,
      code: scan,
      occurredAt: daysAgo(50),
    });
  }
  return orderId;
};

const open = async (orderId: string, kind: 'lost' | 'damaged'): Promise<string> => {
  const { status, result } = await fixture.work('/v1/claims', { orderId, kind });
  expect(status).toBe('done');
  return (result as unknown as { claimId: string }).claimId;
};

const picture = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: red, g: 90, b: 40 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' } })
    .jpeg()
    .toBuffer();

const send = (claimId: string, body: Buffer | string, type = 'image/jpeg', who: TestApi = api) =>
  who.call(`/v1/claims/${claimId}/photos`, { method: 'POST', headers: { 'content-type': type }, body });

const read = async (path: string) => jsonOf<Record<string, unknown>>(await api.call(path));

describe('A claim of a lost parcel', () => {
  it('is opened, submitted, granted and paid, and the payment stands in its own ledger', async () => {
    const orderId = await shipLongAgo();
    const claimId = await open(orderId, 'lost');
    const shown = await read(`/v1/claims/${claimId}`);
    expect(shown).toMatchObject({
      claimId,
      orderId,
      kind: 'lost',
      state: 'opened',
      amountMinor: 2_500,
      currency: 'EUR',
      lines: [{ lineId: '1', quantity: 2, amountMinor: 2_500 }],
      photos: [],
    });
    expect(await read(`/v1/claims?state=opened&kind=lost&orderId=${orderId}&unclaimed=true`)).toEqual({
      items: [shown],
      nextCursor: null,
    });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({
      claims: [{ claimId, kind: 'lost', state: 'opened', amountMinor: 2_500, currency: 'EUR' }],
    });
    expect(await read('/v1/claims/unclaimed')).toMatchObject({
      totals: [{ currency: 'EUR', count: 1, amountMinor: 2_500, nextClosesAt: shown.closesAt }],
    });
    const path = `/v1/claims/${claimId}`;
    expect((await fixture.work(`${path}/submit`)).result).toMatchObject({ claimId, state: 'submitted' });
    expect(
      (await fixture.work(`${path}/decision`, { outcome: 'approved', amountMinor: 2_000 })).result,
    ).toEqual({
      claimId,
      state: 'approved',
      amountMinor: 2_500,
      currency: 'EUR',
      closesAt: shown.closesAt,
    });
    expect((await fixture.work(`${path}/decision`, { outcome: 'reimbursed' })).status).toBe('done');
    expect(await read(path)).toMatchObject({
      state: 'reimbursed',
      approvedMinor: 2_000,
      reimbursedMinor: 2_000,
    });
    expect(await read('/v1/reimbursements')).toMatchObject({
      items: [{ claimId, orderId, channel: 'shop', currency: 'EUR', amountMinor: 2_000 }],
      nextCursor: null,
    });
    expect(await read('/v1/claims/unclaimed')).toMatchObject({ totals: [] });
  });

  it.each([
    ['parcel_delivered', () => shipLongAgo('delivered')],
    ['not_lost_yet', () => fixture.ship()],
    ['removal_order', () => fixture.ship({ purpose: 'removal', placedAt: daysAgo(60) })],
  ])('is rejected with %s', async (code, make) => {
    const job = await fixture.work('/v1/claims', { orderId: await make(), kind: 'lost' });
    expect(job).toMatchObject({ status: 'rejected', error: { code } });
  });

  it.each([
    ['a kind that is not in the list', { kind: 'stolen' }, 'kind'],
    ['no unit', { kind: 'lost', lines: [{ lineId: '1', quantity: 0 }] }, 'lines[0].quantity'],
    ['no order', { kind: 'lost', orderId: undefined }, 'orderId'],
  ])('answers 422 to %s', async (_what, body, path) => {
    const response = await api.post('/v1/claims', { orderId: newId(), ...body });
    expect(await jsonOf(response)).toMatchObject({ status: 422, errors: [{ path }] });
  });
});

describe('A claim of a damage', () => {
  it('needs a photograph, which is kept without what the camera wrote into it', async () => {
    const claimId = await open(await shipLongAgo('delivered'), 'damaged');
    const early = await fixture.work(`/v1/claims/${claimId}/submit`);
    expect(early).toMatchObject({ status: 'rejected', error: { code: 'photos_missing' } });

    const sent = await picture(10);
    const response = await send(claimId, sent);
    expect(response.status).toBe(201);
    const photo = await jsonOf(response);
    expect(photo).toEqual({
      photoId: expect.any(String),
      claimId,
      position: 1,
      contentType: 'image/jpeg',
      width: 60,
      height: 40,
      bytes: expect.any(Number),
    });
    const again = await send(claimId, sent);
    expect([again.status, again.headers.get('idempotent-replayed'), await jsonOf(again)]).toEqual([
      201,
      'true',
      photo,
    ]);
    const path = response.headers.get('location') ?? '';
    const kept = await api.call(path);
    expect(kept.headers.get('content-type')).toBe('image/jpeg');
    const { exif } = await sharp(Buffer.from(await kept.arrayBuffer())).metadata();
    expect(exif).toBeUndefined();
    expect((await other.call(path)).status).toBe(404);
    expect((await api.call(`/v1/claims/${claimId}/photos/${newId()}`)).status).toBe(404);
    const { photoId, width, height, bytes, contentType } = photo;
    expect((await read(`/v1/claims/${claimId}`)).photos).toEqual([
      { photoId, contentType, width, height, bytes, createdAt: expect.any(String) },
    ]);

    expect((await fixture.work(`/v1/claims/${claimId}/submit`)).status).toBe('done');
    const late = await send(claimId, await picture(11));
    expect(await jsonOf(late)).toMatchObject({ status: 409, code: 'claim_closed' });
    const evidence = await api.call(`/v1/claims/${claimId}/evidence.pdf`);
    expect(evidence.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await evidence.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('/DCTDecode')).toBe(true);
  });

  it('takes at most ten photographs, however many come at once', async () => {
    const claimId = await open(await shipLongAgo('delivered'), 'damaged');
    const pictures = await Promise.all(Array.from({ length: 12 }, (_, n) => picture(20 + n * 4)));
    const answers = await Promise.all(pictures.map((one) => send(claimId, one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(201), 409, 409]);
    const full = answers.find(({ status }) => status === 409);
    expect(await jsonOf(full as Response)).toMatchObject({ code: 'photos_full' });
  });

  it('takes nothing that is no photograph, whatever it is called', async () => {
    const claimId = await open(await shipLongAgo('delivered'), 'damaged');
    const whole = await picture(1);
    const codeOf = async (response: Response) => {
      const { status, code } = await jsonOf<{ status: number; code: string }>(response);
      return [status, code];
    };
    expect(await codeOf(await send(claimId, 'a text called .jpg'))).toEqual([422, 'photo_wrong_type']);
    expect(await codeOf(await send(claimId, ''))).toEqual([422, 'photo_wrong_type']);
    expect(await codeOf(await send(claimId, whole.subarray(0, whole.length / 2)))).toEqual([
      422,
      'photo_unreadable',
    ]);
    expect(await codeOf(await send(claimId, whole, 'image/gif'))).toEqual([415, 'unsupported_media_type']);
    expect(await codeOf(await send(claimId, whole, 'application/pdf'))).toEqual([
      415,
      'unsupported_media_type',
    ]);
    const tooLarge = await send(claimId, Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(await codeOf(tooLarge)).toEqual([413, 'body_too_large']);
    expect((await read(`/v1/claims/${claimId}`)).photos).toEqual([]);
  });
});

describe('Claims that are not there, or another seller’s', () => {
  it('are answered 404', async () => {
    const orderId = await shipLongAgo();
    const claimId = await open(orderId, 'lost');
    const photo = await picture(2);
    for (const [who, claim, order] of [
      [other, claimId, orderId],
      [api, newId(), newId()],
    ] as const) {
      const answers = await Promise.all([
        who.post('/v1/claims', { orderId: order, kind: 'lost' }),
        who.call(`/v1/claims/${claim}`),
        who.post(`/v1/claims/${claim}/submit`, {}),
        who.post(`/v1/claims/${claim}/decision`, { outcome: 'denied' }),
        send(claim, photo, 'image/jpeg', who),
        who.call(`/v1/claims/${claim}/evidence.pdf`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    }
    for (const path of ['/v1/claims', '/v1/reimbursements']) {
      expect(await jsonOf(await other.call(path))).toEqual({ items: [], nextCursor: null });
    }
    expect(await jsonOf(await other.call('/v1/claims/unclaimed'))).toMatchObject({ totals: [] });
  });
});
