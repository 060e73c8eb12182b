import type { Scene } from '../scene.ts';

/** What somebody does with an order, a message or a parcel, from the first request to the last. */
export interface Story {
  readonly name: string;
  /** Of so many stories in a hundred. */
  readonly weight: number;
  /** Pieces of work that it asks for. */
  readonly works: number;
  play(scene: Scene): Promise<void>;
}
