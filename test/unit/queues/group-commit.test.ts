import { describe, expect, it } from 'vitest';
import { createGroupCommit, type GroupCommitOptions } from '../../../queues/intake/group-commit.ts';

/** Commits that the test lets go one by one. */
const held = (options: Partial<GroupCommitOptions<number, string>> = {}) => {
  const batches: { items: readonly number[]; end: (error?: unknown) => void }[] = [];
  const group = createGroupCommit<number, string>({
    mostInFlight: 2,
    mostItems: 200,
    isItemsFault: () => true,
    commit: (items) =>
      new Promise((resolve, reject) => {
        batches.push({
          items,
          end: (error) =>
            error === undefined
              ? resolve(new Map(items.map((item) => [item, `done ${item}`])))
              : reject(error),
        });
      }),
    ...options,
  });
  return { batches, group };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a group commit', () => {
  it('commits a lone item at once, and what one turn brings together', async () => {
    const { batches, group } = held();
    const results = [1, 2, 3].map((item) => group.add(item));
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    batches[0]?.end();
    expect(await Promise.all(results)).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('gathers what arrives while two commits are in flight', async () => {
    const { batches, group } = held();
    const results: Promise<string>[] = [];
    for (let item = 0; item < 6; item += 1) {
      results.push(group.add(item));
      await turn();
    }
    expect(batches.map(({ items }) => items)).toEqual([[0], [1]]);
    batches[0]?.end();
    await turn();
    expect(batches[2]?.items).toEqual([2, 3, 4, 5]);
    batches[1]?.end();
    batches[2]?.end();
    expect(await Promise.all(results)).toHaveLength(6);
  });

  it('takes at most so many items at once', async () => {
    const { batches, group } = held({ mostItems: 2, mostInFlight: 1 });
    const results = [1, 2, 3].map((item) => group.add(item));
    await turn();
    batches[0]?.end();
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2], [3]]);
    batches[1]?.end();
    await Promise.all(results);
  });

  it('tries each item alone when one of them may be at fault, so that only the culprit fails', async () => {
    const group = createGroupCommit<number, string>({
      mostInFlight: 2,
      mostItems: 200,
      isItemsFault: () => true,
      commit: async (items) => {
        if (items.includes(3)) throw new Error('three is bad');
        return new Map(items.map((item) => [item, 'done']));
      },
    });
    const results = await Promise.allSettled([1, 2, 3, 4].map((item) => group.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails all at once when no item is at fault', async () => {
    const { batches, group } = held({ isItemsFault: () => false });
    const results = Promise.allSettled([1, 2].map((item) => group.add(item)));
    await turn();
    batches[0]?.end(new Error('PostgreSQL is away'));
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches).toHaveLength(1);
  });

  it('is drained when everything has an answer', async () => {
    const { batches, group } = held();
    await group.drain();
    const result = group.add(1);
    let drained = false;
    const draining = group.drain().then(() => {
      drained = true;
    });
    await turn();
    expect(drained).toBe(false);
    batches[0]?.end();
    await Promise.all([result, draining]);
    expect(drained).toBe(true);
  });
});
