import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultDeliveryPolicy } from '../../src/domain/delivery/default-policy.ts';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let pg: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  pg = await createTestDatabase();
});

afterAll(() => pg.stop());

/** Each test has a seller who has chosen nothing yet. */
const withSeller = (name: string, test: () => Promise<void>): void =>
  it(name, async () => {
    api = await startTestApi(pg.database);
    try {
      await test();
    } finally {
      await api.stop();
    }
  });

const policyPath = '/v1/settings/delivery-policy';

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

/** The policy of the contract's page, word for word. */
const contractPolicy = {
  fulfilmentCentres: [
    {
      id: 'lille',
      country: 'FR',
      subdivision: null,
      timeZone: 'Europe/Paris',
      cutOff: '16:00',
      handlingDays: 0,
      workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      closures: ['2026-05-15'],
    },
  ],
  carriers: [{ id: 'colissimo', deliveryDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }],
  lanes: [
    {
      from: 'lille',
      to: { country: 'FR', postalPrefix: '20' },
      speed: 'standard',
      carrier: 'colissimo',
      transitDays: { min: 2, max: 3 },
    },
  ],
  fees: [{ country: 'FR', speed: 'standard', feeMinor: 490, currency: 'EUR' }],
  exportPolicy: 'eu_customs_and_vat',
  autoCancelUnshippedDays: null,
  paymentExpiryDays: 21,
};

/** What came after the contract, and is shown beside it. */
const added = { anonymiseAfterMonths: 24 };

describe('The delivery policy', () => {
  withSeller('is the built-in one, version 0, until one is stored', async () => {
    const response = await api.call(policyPath);
    expect(response.headers.get('etag')).toBe('"0"');
    expect(await jsonOf(response)).toMatchObject({
      exportPolicy: defaultDeliveryPolicy.exportPolicy,
      fulfilmentCentres: [{ id: defaultDeliveryPolicy.fulfilmentCentres[0]?.id }],
    });
  });

  withSeller('is stored as the contract shows it, and what is not sent has its default', async () => {
    const stored = await api.put(policyPath, contractPolicy);
    expect([stored.status, stored.headers.get('etag')]).toEqual([200, '"1"']);
    expect(await jsonOf(stored)).toEqual({ ...contractPolicy, ...added });
    expect(await jsonOf(await api.call(policyPath))).toEqual({ ...contractPolicy, ...added });
    const { paymentExpiryDays: _, exportPolicy: __, ...part } = contractPolicy;
    const next = await api.put(policyPath, { ...part, autoCancelUnshippedDays: 7 });
    expect(next.headers.get('etag')).toBe('"2"');
    expect(await jsonOf(next)).toEqual({ ...contractPolicy, ...added, autoCancelUnshippedDays: 7 });
    const versions = await pg.database.asSellers(
      [api.sellerId],
      ({ sql }) => sql`SELECT version FROM setting ORDER BY version`,
    );
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  withSeller('makes no version of what does not change', async () => {
    await api.put(policyPath, contractPolicy);
    expect((await api.put(policyPath, contractPolicy)).headers.get('etag')).toBe('"1"');
  });

  withSeller('is not overwritten by somebody who read an older version', async () => {
    const first = await api.put(policyPath, contractPolicy, { 'if-match': '"0"' });
    expect(first.status).toBe(200);
    for (const tag of ['"0"', '"7"', 'W/"1"', 'nonsense']) {
      const stale = await api.put(policyPath, { paymentExpiryDays: 5 }, { 'if-match': tag });
      expect([stale.status, (await jsonOf(stale)).code]).toEqual([412, 'version_mismatch']);
    }
    const changed = await api.put(
      policyPath,
      { ...contractPolicy, ...added, paymentExpiryDays: 5 },
      { 'if-match': '"1"' },
    );
    expect(changed.headers.get('etag')).toBe('"2"');
  });

  withSeller('lets one of many writers win who saw the same version, and all who did not look', async () => {
    const write = (n: number, headers = {}) => api.put(policyPath, { paymentExpiryDays: n + 1 }, headers);
    const careful = await Promise.all([0, 1, 2, 3, 4].map((n) => write(n, { 'if-match': '"0"' })));
    expect(careful.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    const careless = await Promise.all([10, 11, 12, 13, 14].map((n) => write(n)));
    expect(careless.map((response) => response.headers.get('etag')).sort()).toEqual([
      '"2"',
      '"3"',
      '"4"',
      '"5"',
      '"6"',
    ]);
  });

  withSeller('is refused with the path of what is wrong, in form or in sense', async () => {
    const paths = async (changes: object) => {
      const response = await api.put(policyPath, { ...contractPolicy, ...changes });
      expect(response.status).toBe(422);
      return (await jsonOf<Problem>(response)).errors.map(({ path }) => path);
    };
    const [centre] = contractPolicy.fulfilmentCentres;
    const [lane] = contractPolicy.lanes;
    expect(await paths({ exportPolicy: 'mars' })).toEqual(['exportPolicy']);
    expect(await paths({ fulfilmentCentres: [] })).toContain('fulfilmentCentres');
    expect(await paths({ fulfilmentCentres: [{ ...centre, cutOff: '25:00' }] })).toEqual([
      'fulfilmentCentres[0].cutOff',
    ]);
    expect(await paths({ fulfilmentCentres: [{ ...centre, timeZone: 'Europe/Lutece' }] })).toEqual([
      'fulfilmentCentres[0].timeZone',
    ]);
    expect(await paths({ lanes: [{ ...lane, carrier: 'nobody' }] })).toEqual(['lanes[0].carrier']);
  });
});

describe("A channel's settings", () => {
  withSeller('speak the language of the channel until told otherwise', async () => {
    const german = await jsonOf(await api.call('/v1/settings/channels/amazon.de'));
    expect(german).toMatchObject({
      language: 'de',
      responseTargetHours: 24,
      returnWindowDays: 30,
      alerts: 'each',
    });
    const path = `/v1/settings/channels/${encodeURIComponent('woocommerce:ma-boutique')}`;
    const stored = await api.put(path, { sellerEmail: 'service@example.com', responseTargetHours: 12 });
    expect(await jsonOf(stored)).toMatchObject({
      language: 'fr',
      responseTargetHours: 12,
      responseWarningHours: 20,
    });
    expect(await jsonOf(await api.call(path))).toMatchObject({ sellerEmail: 'service@example.com' });
    expect((await api.call('/v1/settings/channels/amazon.de')).headers.get('etag')).toBe('"0"');
  });

  withSeller('are refused with the path of what is wrong', async () => {
    const response = await api.put('/v1/settings/channels/shop', { language: 'pt', returnWindowDays: -1 });
    const { errors } = await jsonOf<Problem>(response);
    expect(errors.map(({ path }) => path)).toEqual(['language', 'returnWindowDays']);
  });
});

describe('A delivery estimate', () => {
  const asked = {
    placedAt: '2026-05-07T14:00:00+02:00',
    shipTo: { country: 'FR', postalCode: '67000' },
    shippingSpeed: 'standard',
  };

  withSeller('is answered at once, makes no job, and explains itself in the language asked for', async () => {
    const response = await api.post('/v1/delivery-estimates', { ...asked, language: 'de' });
    expect(response.status).toBe(200);
    expect(await jsonOf(response)).toMatchObject({
      promise: { shipBy: expect.stringMatching(/^2026-05-/), explanation: expect.any(Array) },
    });
    const jobs = await pg.database.system`SELECT 1 FROM job WHERE seller_id = ${api.sellerId}`;
    expect(jobs).toHaveLength(0);
  });

  withSeller("follows the seller's own policy, and is refused with its reason", async () => {
    await api.put(policyPath, contractPolicy);
    const served = { ...asked, shipTo: { country: 'FR', postalCode: '20000' } };
    expect((await api.post('/v1/delivery-estimates', served)).status).toBe(200);
    const refused = await api.post('/v1/delivery-estimates', asked);
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await jsonOf(refused)).toMatchObject({
      code: expect.stringMatching(/lane/),
      detail: expect.any(String),
    });
    const abroad = { ...asked, shipTo: { country: 'CH', postalCode: '8001' } };
    const { code } = await jsonOf(await api.post('/v1/delivery-estimates', abroad));
    expect(code).not.toBe('invalid_request');
  });

  withSeller('needs a place that can exist', async () => {
    const nowhere = { ...asked, shipTo: { country: 'FR', postalCode: 'ABC' } };
    const { errors } = await jsonOf<Problem>(await api.post('/v1/delivery-estimates', nowhere));
    expect(errors.map(({ path }) => path)).toEqual(['shipTo.postalCode']);
  });
});
