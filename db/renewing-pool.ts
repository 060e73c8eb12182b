import type { Sql } from './sql-types.ts';

/** Connections that are lost together are one loss. */
const gatherMs = 50;
/** Time for the old pool's work to end; whoever waits in it for a lost connection is let go then. */
const farewellSeconds = 3;

export interface RenewingPool {
  /** Always the pool of the moment: may be kept. */
  readonly sql: Sql;
  /**
   * Work on the pool of the moment. When that pool is gone and the work has not ended, it never will.
   * @throws a connection error then.
   */
  run<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Pool {
  readonly sql: Sql;
  /** Whoever waits for an answer from this pool. */
  readonly waiting: Set<(reason: Error) => void>;
}

const lostWithPool = (): Error =>
  Object.assign(new Error('The pool of this connection was given up'), { code: 'CONNECTION_DESTROYED' });

/** A promise that ends with the pool at the latest. Not Promise.race: the end of a pool would hold on to every work. */
const withPool = <T>(
  { waiting }: Pool,
  work: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
): Promise<T> => {
  let letGo: (reason: Error) => void = () => {};
  return new Promise<T>((resolve, reject) => {
    letGo = reject;
    waiting.add(letGo);
    work(resolve, reject);
  }).finally(() => waiting.delete(letGo));
};

/** A query is sent when somebody waits for it, and whoever waits for it is let go with its pool. */
const watched = (pool: Pool, made: unknown): unknown => {
  if (!(made instanceof Promise)) return made;
  const then = made.then.bind(made);
  return Object.defineProperty(made, 'then', {
    value: (onValue?: (value: unknown) => unknown, onError?: (reason: unknown) => unknown) =>
      withPool(pool, then).then(onValue, onError),
  });
};

/**
 * A pool that is replaced when it loses a connection. postgres.js 3.4 may send what was meant for the
 * lost connection down its successor, or the end of a transaction down the dead one; then that
 * connection never comes back to its pool, and who gets it waits for ever (docs/decisions/0012). Who stands in the
 * pool's own queue when all of its connections are closed is forgotten there as well. The old pool ends beside the
 * new one, and what it has not answered by then is told so. `open` must give pools that close no connection by
 * themselves.
 */
export const renewingPool = (open: (onClose: () => void) => Sql): RenewingPool => {
  const leaving = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  let closing = false;

  const openNext = (): Pool => {
    const sql = open(() => {
      if (closing || sql !== current.sql || timer !== null) return;
      timer = setTimeout(renew, gatherMs);
    });
    return { sql, waiting: new Set() };
  };
  const end = async ({ sql, waiting }: Pool): Promise<void> => {
    await sql.end({ timeout: farewellSeconds });
    for (const letGo of waiting) letGo(lostWithPool());
  };
  const renew = (): void => {
    timer = null;
    const lost = current;
    current = openNext();
    const left = end(lost).finally(() => leaving.delete(left));
    leaving.add(left);
  };
  let current = openNext();

  const target = (() => {}) as unknown as Sql;
  const sql = new Proxy(target, {
    apply: (_target, _self, args) => watched(current, Reflect.apply(current.sql, undefined, args)),
    get: (_target, key) => Reflect.get(current.sql, key),
  });
  return {
    sql,
    run: (work) => {
      const pool = current;
      return withPool(pool, (resolve, reject) => {
        work(pool.sql).then(resolve, reject);
      });
    },
    close: async () => {
      closing = true;
      if (timer !== null) clearTimeout(timer);
      await Promise.all([end(current), ...leaving]);
    },
  };
};
