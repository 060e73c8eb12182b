import { describe, expect, it } from 'vitest';
import { bundleCarrier, carrierOptions, singleCarrier } from '../../../queues/carrier.ts';
import { getContract, registry } from '../../../queues/registry.ts';
import { newId } from '../../../src/platform/ids.ts';
import { createHandlers } from '../../../workers/handlers/index.ts';

const handlers = createHandlers({
  mailDomain: 'navette.test',
  links: { publicUrl: 'http://navette.test', linkSecrets: ['a link secret of more than 32 characters'] },
  gateways: new Map(),
  transport: { send: () => Promise.reject(new Error('no mail')), close: () => {} },
});

describe.each(registry)('the contract of $name', (contract) => {
  it('has a name that BullMQ takes, and a text for people', () => {
    expect(contract.name).toMatch(/^[a-z][a-z-]*$/);
    expect(contract.title).not.toBe('');
    expect(contract.description.endsWith('.')).toBe(true);
  });

  it('has a window of several bundles, more attempts than one, and a back-off that grows', () => {
    expect(contract.window).toBeGreaterThanOrEqual(4 * contract.bundleSize);
    expect(contract.attempts).toBeGreaterThan(1);
    expect(contract.backoff.maxMs).toBeGreaterThan(contract.backoff.baseMs);
  });

  it('makes bundles only of work that is decided, never of calls to somebody outside', () => {
    if (handlers[contract.name].kind === 'calls') expect(contract.bundleSize).toBe(1);
  });
});

describe('the registry', () => {
  it('names every queue once, and its handlers are as many', () => {
    const names = registry.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(handlers).sort()).toEqual([...names].sort());
  });

  it('throws on a name that is no queue', () => {
    expect(() => getContract('nothing' as 'mail')).toThrow('No queue is called nothing');
  });
});

describe('a carrier', () => {
  const row = { id: newId(), sellerId: newId(), name: 'place', refs: { order: 'A-1' } };

  it('has an id that is new each time, without a colon and not all digits', () => {
    const carriers = [
      singleCarrier(row),
      singleCarrier(row),
      bundleCarrier([row, row]),
      bundleCarrier([row]),
    ];
    expect(new Set(carriers.map(({ id }) => id)).size).toBe(4);
    for (const { id } of carriers) {
      expect(id).not.toContain(':');
      expect(id).not.toMatch(/^\d+$/);
      expect(id).not.toBe(row.id);
    }
  });

  it('names each seller of a bundle once', () => {
    const { data } = bundleCarrier([row, { ...row, id: newId() }, { ...row, sellerId: 'other' }]);
    expect(data.sellers).toEqual([row.sellerId, 'other']);
  });

  it('lets the ledger decide when it has failed, and keeps no stack of errors in BullMQ', () => {
    const most = Math.max(...registry.map(({ attempts }) => attempts));
    expect(carrierOptions.attempts).toBeGreaterThan(most * 100);
    expect(carrierOptions.stackTraceLimit).toBe(0);
  });
});
