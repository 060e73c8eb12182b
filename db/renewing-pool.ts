import type { Sql } from './sql-types.ts';

/** Connections that are lost together are one loss. */
const gatherMs = 50;
/** Time for the old pool's work to end; whoever waits in it for a lost connection is let go then. */
const farewellSeconds = 3;

export interface RenewingPool {
  /** Always the pool of the moment: may be kept. */
  readonly sql: Sql;
  close(): Promise<void>;
}

/**
 * A pool that is replaced when it loses a connection. postgres.js 3.4 may send what was meant for the
 * lost connection down its successor, or the end of a transaction down the dead one; then that
 * connection never comes back to its pool, and who gets it waits for ever (docs/decisions/0012). The old
 * pool ends beside the new one. `open` must give pools that close no connection by themselves.
 */
export const renewingPool = (open: (onClose: () => void) => Sql): RenewingPool => {
  const leaving = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  let closing = false;

  const openNext = (): Sql => {
    const pool = open(() => {
      if (closing || pool !== current || timer !== null) return;
      timer = setTimeout(renew, gatherMs);
    });
    return pool;
  };
  const renew = (): void => {
    timer = null;
    const lost = current;
    current = openNext();
    const left = lost.end({ timeout: farewellSeconds }).finally(() => leaving.delete(left));
    leaving.add(left);
  };
  let current = openNext();

  const target = (() => {}) as unknown as Sql;
  const sql = new Proxy(target, {
    apply: (_target, _self, args) => Reflect.apply(current, undefined, args),
    get: (_target, key) => Reflect.get(current, key),
  });
  return {
    sql,
    close: async () => {
      closing = true;
      if (timer !== null) clearTimeout(timer);
      await Promise.all([current.end({ timeout: farewellSeconds }), ...leaving]);
    },
  };
};
