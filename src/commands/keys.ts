import { createApiKey } from '../../db/repositories/api-keys/create-api-key.ts';
import { listApiKeys } from '../../db/repositories/api-keys/list-api-keys.ts';
import { revokeApiKey } from '../../db/repositories/api-keys/revoke-api-key.ts';
import type { Config } from '../platform/config.ts';
import { UsageError } from './usage.ts';
import { withDatabase } from './with-database.ts';

export interface KeyArguments {
  readonly action: string | undefined;
  readonly target: string | undefined;
  readonly seller: string | undefined;
}

/** `keys create <name>`, `keys list`, `keys revoke <id or prefix>`, of one seller or of all. */
export const keys = (config: Config, { action, target, seller }: KeyArguments): Promise<void> =>
  withDatabase(config, async ({ system }) => {
    switch (action) {
      case 'create': {
        const key = await createApiKey(system, { sellerName: seller, name: target ?? 'key' });
        console.log(key.plaintext);
        console.error('Keep it now: it is not shown again.');
        return;
      }
      case 'list':
        for (const key of await listApiKeys(system, seller ?? null)) {
          const state = key.revokedAt === null ? 'active' : `revoked ${key.revokedAt.slice(0, 10)}`;
          console.log(
            [key.id, key.sellerName, key.name, `${key.prefix}…`, key.createdAt.slice(0, 10), state].join(
              '  ',
            ),
          );
        }
        return;
      case 'revoke': {
        if (target === undefined)
          throw new UsageError('keys revoke needs the id or the first characters of a key');
        const outcome = await revokeApiKey(system, target);
        if (outcome === 'unknown') throw new Error('No active key has this id or these first characters');
        if (outcome === 'ambiguous') throw new Error('More than one key begins so: give its id');
        console.log('Revoked. It stops working within seconds.');
        return;
      }
      default:
        throw new UsageError('keys create <name> | keys list | keys revoke <id>, with --seller <name>');
    }
  });
