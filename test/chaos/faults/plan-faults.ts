import { type Random, seededRandom } from '../random.ts';
import { type FaultName, faultKinds, type Part } from './fault-kinds.ts';

export interface PlannedFault {
  readonly name: FaultName;
  /** What it is done to; a rolling restart is done to every role. */
  readonly parts: readonly Part[];
  /** After the beginning of the load. */
  readonly atMs: number;
  readonly lastsMs: number;
}

export interface FaultPlan {
  readonly seed: number;
  readonly seconds: number;
  readonly faults: number;
  /** Which kinds there are. */
  readonly names: readonly FaultName[];
  readonly apiCount: number;
  readonly workerCount: number;
}

/** Work is under way before the first fault, and has some time after the last one. */
const [firstShare, lastShare] = [0.08, 0.94];
/** A part that was at fault is left alone for so long, so that it can be seen to recover. */
const restMs = 5_000;

const deckOf = (names: readonly FaultName[], random: Random): FaultName[] => [
  ...random.shuffle(names),
  ...random.shuffle(names.flatMap((name) => Array.from({ length: faultKinds[name].weight }, () => name))),
];

/** Which faults happen when, and to what: the same for the same seed. Those of different parts may overlap. */
export const planFaults = (plan: FaultPlan): PlannedFault[] => {
  const { seed, seconds, faults, names, apiCount, workerCount } = plan;
  const random = seededRandom(seed, 'faults');
  const apis = Array.from({ length: apiCount }, (_, n): Part => `api ${n + 1}`);
  const workers = Array.from({ length: workerCount }, (_, n): Part => `worker ${n + 1}`);
  const freeAtMs = new Map<Part, number>();
  const freeAt = (parts: readonly Part[]): number =>
    Math.max(...parts.map((part) => freeAtMs.get(part) ?? 0));

  const choices = (name: FaultName): readonly (readonly Part[])[] => {
    const { hits } = faultKinds[name];
    if (hits === 'api') return apis.map((part) => [part]);
    if (hits === 'worker') return workers.map((part) => [part]);
    return hits === 'roles' ? [[...apis, ...workers]] : [[hits]];
  };

  let deck: FaultName[] = [];
  const planned: PlannedFault[] = [];
  const stepMs = (seconds * 1_000 * (lastShare - firstShare)) / faults;
  for (let n = 0; n < faults; n += 1) {
    if (deck.length === 0) deck = deckOf(names, random);
    const wantedMs = seconds * 1_000 * firstShare + (n + random.next()) * stepMs;
    // The first of the deck whose part is free by then; if none is, whatever is free first.
    const ready = deck.findIndex((name) => choices(name).some((parts) => freeAt(parts) <= wantedMs));
    const [name] = deck.splice(Math.max(0, ready), 1);
    if (name === undefined) break;
    const parts = random
      .shuffle(choices(name))
      .reduce((best, other) => (freeAt(other) < freeAt(best) ? other : best));
    const atMs = Math.round(Math.max(wantedMs, freeAt(parts)));
    const [from, to] = faultKinds[name].lastsMs;
    const lastsMs = Math.round(random.between(from, to));
    for (const part of parts) freeAtMs.set(part, atMs + lastsMs + restMs);
    planned.push({ name, parts, atMs, lastsMs });
  }
  return planned.sort((a, b) => a.atMs - b.atMs);
};
