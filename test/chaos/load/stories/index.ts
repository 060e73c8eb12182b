import { batchStory } from './batch.story.ts';
import { claimStory } from './claim.story.ts';
import { messageStory } from './message.story.ts';
import { orderStory } from './order.story.ts';
import { parcelStory } from './parcel.story.ts';
import { cancellationStory, refundStory } from './refund.story.ts';
import { returnStory } from './return.story.ts';
import type { Story } from './story.ts';

/** All that upstream systems and people do in a run. */
export const stories: readonly Story[] = [
  orderStory,
  batchStory,
  parcelStory,
  messageStory,
  returnStory,
  refundStory,
  cancellationStory,
  claimStory,
];
