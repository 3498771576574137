import type { Topic } from "@echelon/contract/platform/events.ts";

/** One change of one topic, as it goes to streams. */
export interface Change {
  readonly id: bigint;
  readonly topic: Topic;
  readonly version: number;
}
