import { describe, expect, it } from 'vitest';
import { parseRedisUrl } from '../../../queues/backends/redis-url.ts';
import { throttled } from '../../../queues/backends/reporter.ts';

describe('REDIS_URL', () => {
  it('leaves the forms that ioredis knows to ioredis', () => {
    expect(parseRedisUrl('redis://:secret@cache:6380/2')).toEqual({
      form: 'single',
      url: 'redis://:secret@cache:6380/2',
    });
    expect(parseRedisUrl('rediss://cache').form).toBe('single');
  });

  it('reads the hosts, the master and the credentials of Sentinel', () => {
    expect(
      parseRedisUrl('redis+sentinel://user:p%40ss@a:26379,b/my%20master?db=3&sentinelPassword=other'),
    ).toEqual({
      form: 'sentinel',
      sentinels: [
        { host: 'a', port: 26379 },
        { host: 'b', port: 26379 },
      ],
      name: 'my master',
      sentinelPassword: 'other',
      credentials: { username: 'user', password: 'p@ss', db: 3 },
    });
  });

  it('takes the password from the query as well', () => {
    expect(parseRedisUrl('redis+sentinel://a:1,b:2/m?db=0&password=x')).toMatchObject({
      credentials: { password: 'x' },
    });
    expect(parseRedisUrl('redis+sentinel://:x@a:1/m').form === 'sentinel').toBe(true);
  });

  it('reads the nodes of a Cluster, IPv6 and TLS included', () => {
    expect(parseRedisUrl('rediss+cluster://[::1]:7000,b')).toEqual({
      form: 'cluster',
      nodes: [
        { host: '::1', port: 7000 },
        { host: 'b', port: 6379 },
      ],
      credentials: { tls: {} },
    });
  });

  it.each([
    ['http://cache', /no form that is known/],
    ['secret', /no form that is known/],
    ['redis+sentinel://a:1', /must name the Sentinel master/],
    ['redis+cluster://a:1?db=2', /only database 0/],
    ['redis+cluster://a:x', /host or host:port/],
    ['redis+sentinel://:secret@a/m?db=x', /whole number/],
  ])('refuses %s, naming the variable and not its value', (url, message) => {
    expect(() => parseRedisUrl(url)).toThrow(message);
    expect(() => parseRedisUrl(url)).toThrow(/REDIS_URL/);
    expect(() => parseRedisUrl(url)).not.toThrow(/secret/);
  });
});

describe('errors of a store', () => {
  it('are heard once of a kind', () => {
    const heard: string[] = [];
    const report = throttled((error) => heard.push(error.message));
    for (let time = 0; time < 3; time++) {
      report(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'redis');
      report(new Error('Command timed out'), 'worker');
    }
    expect(heard).toEqual(['connect ECONNREFUSED', 'Command timed out']);
  });
});
