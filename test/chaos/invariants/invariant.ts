import type postgres from 'postgres';
import type { QueueBackend } from '../../../queues/backend.ts';
import type { InjectedFault } from '../faults/run-faults.ts';
import type { Client } from '../load/client.ts';
import type { Notebook } from '../load/notebook.ts';
import type { Stage } from '../stage/open-stage.ts';

/** Everything that an invariant may look at. */
export interface Evidence {
  readonly stage: Stage;
  /** The superuser. */
  readonly sql: postgres.Sql;
  readonly backend: QueueBackend;
  readonly notebook: Notebook;
  readonly client: Client;
  readonly faults: readonly InjectedFault[];
}

/** What a violation means to somebody who relies on it. */
export type Breach = 'lost' | 'doubled' | 'other';

/** Something that holds whatever was killed. */
export interface Invariant {
  readonly name: string;
  readonly meaning: string;
  readonly breach: Breach;
  /** Each violation in words. */
  examine(evidence: Evidence): Promise<readonly string[]>;
}

export interface Finding extends Omit<Invariant, 'examine'> {
  readonly violations: number;
  /** The first of them. */
  readonly examples: readonly string[];
}

const mostExamples = 5;

export const examine = async (invariants: readonly Invariant[], evidence: Evidence): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const { name, meaning, breach, examine: look } of invariants) {
    const violations = await look(evidence);
    findings.push({
      name,
      meaning,
      breach,
      violations: violations.length,
      examples: violations.slice(0, mostExamples),
    });
  }
  return findings;
};
