import { z } from "zod";
import { endpoints } from "./endpoint.ts";
import { Instant } from "./shapes.ts";

const Count = z.int().min(0);
const NoteFacts = z.record(z.string().max(100), z.union([z.string().max(500), z.number()]));

/** What the operator sees: is everything well, and since when. */
export const Status = z.strictObject({
  isWell: z.boolean(),
  now: Instant,
  startedAt: Instant,
  versions: z.strictObject({
    echelon: z.string().max(40),
    node: z.string().max(40),
    postgresql: z.string().max(80),
  }),
  database: z.strictObject({
    isEmbedded: z.boolean(),
    bytes: Count,
    connectionsUsed: Count,
    connectionsMax: Count,
    isFenced: z.boolean(),
  }),
  jobs: z.strictObject({
    waiting: Count,
    running: Count,
    failed: Count,
    oldestWaitingSeconds: Count,
    workers: z.array(z.strictObject({ id: z.string().max(100), seenAt: Instant })).max(1_000),
  }),
  live: z.strictObject({ streams: Count }),
  disk: z.strictObject({ freeBytes: Count, filesBytes: Count }),
  backups: z.strictObject({ lastGoodAt: Instant.nullable(), kept: Count }),
  /** Facts of the modules, each a code with its numbers: rules due for review and the like. */
  notes: z.array(z.strictObject({ code: z.string().max(100), facts: NoteFacts })).max(200),
});
export type Status = z.output<typeof Status>;

export const platform = endpoints({
  health: {
    does: "GET /health",
    gives: z.strictObject({ isWell: z.boolean() }),
    refuses: [],
    anonymous: true,
  },
  status: { does: "GET /status", gives: Status, refuses: [] },
});
