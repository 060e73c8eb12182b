interface Address {
  readonly host: string;
  readonly port: number;
}

interface Credentials {
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
  readonly tls?: Record<string, never>;
}

export type RedisTarget =
  | { readonly form: 'single'; readonly url: string }
  | {
      readonly form: 'sentinel';
      readonly sentinels: readonly Address[];
      readonly name: string;
      readonly sentinelPassword?: string;
      readonly credentials: Credentials;
    }
  | { readonly form: 'cluster'; readonly nodes: readonly Address[]; readonly credentials: Credentials };

/** scheme, user information, hosts, path, query. Not `URL`: it refuses several hosts. */
const SEVERAL_HOSTS = /^(rediss?)\+(sentinel|cluster):\/\/(?:([^@/]*)@)?([^@/?]+)(?:\/([^?]*))?(?:\?(.*))?$/;

/**
 * - `redis://[user:password@]host:port[/db]`, `rediss://…`
 * - `redis+sentinel://[user:password@]host1:26379,host2:26379/mymaster?db=0&sentinelPassword=…`
 * - `redis+cluster://[user:password@]host1:6379,host2:6379`
 *
 * `rediss+…` uses TLS; `username`, `password` and `db` may stand in the query as well.
 *
 * @throws Error that names the variable and never the value, which holds a password.
 */
export function parseRedisUrl(url: string): RedisTarget {
  if (/^rediss?:\/\//.test(url)) {
    if (!URL.canParse(url)) throw new Error('REDIS_URL is not a URL.');
    return { form: 'single', url };
  }
  const match = SEVERAL_HOSTS.exec(url);
  if (!match) {
    throw new Error(
      'REDIS_URL has no form that is known: redis://host:6379, rediss://host:6379, ' +
        'redis+sentinel://host1:26379,host2:26379/name or redis+cluster://host1:6379,host2:6379.',
    );
  }
  const [, scheme, form, userinfo, hosts = '', path = '', query] = match;
  const options = new URLSearchParams(query);
  const credentials = readCredentials(userinfo, options, scheme === 'rediss');
  if (form === 'cluster') {
    if (credentials.db) throw new Error('REDIS_URL names a database; Redis Cluster has only database 0.');
    return { form, nodes: hosts.split(',').map((host) => readAddress(host, 6379)), credentials };
  }
  if (path === '') throw new Error('REDIS_URL must name the Sentinel master: redis+sentinel://hosts/name.');
  const sentinelPassword = options.get('sentinelPassword');
  return {
    form: 'sentinel',
    sentinels: hosts.split(',').map((host) => readAddress(host, 26379)),
    name: decodeURIComponent(path),
    ...(sentinelPassword === null ? {} : { sentinelPassword }),
    credentials,
  };
}

function readCredentials(userinfo: string | undefined, options: URLSearchParams, tls: boolean): Credentials {
  const colon = userinfo?.indexOf(':') ?? -1;
  const username =
    (userinfo && decodeURIComponent(userinfo.slice(0, colon < 0 ? undefined : colon))) ||
    options.get('username');
  const password =
    (userinfo && colon >= 0 && decodeURIComponent(userinfo.slice(colon + 1))) || options.get('password');
  const db = Number(options.get('db') ?? 0);
  if (!Number.isSafeInteger(db) || db < 0) throw new Error('REDIS_URL: db must be a whole number.');
  return {
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(db ? { db } : {}),
    ...(tls ? { tls: {} } : {}),
  };
}

function readAddress(text: string, defaultPort: number): Address {
  const match = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text);
  if (!match?.[1]) throw new Error('REDIS_URL: a host must be written host or host:port.');
  return { host: match[1].replace(/^\[|\]$/g, ''), port: Number(match[2] ?? defaultPort) };
}
