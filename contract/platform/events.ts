import { z } from "zod";

/** What one can listen to, as `<kind>:<id>`: `season:0197…`. Modules name the kinds. */
export const Topic = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z-]*:[A-Za-z0-9._-]+$/);
export type Topic = `${string}:${string}`;

/** One change, told without its content: the client fetches what it shows again. */
export const LiveEvent = z.strictObject({
  topic: Topic,
  /** Decimal; rises with each event of the installation. `Last-Event-ID` continues after it. */
  id: z.string().regex(/^\d{1,19}$/),
  /** Rises with each change of that topic's thing, where its module counts versions; else 0. */
  version: z.int().min(0),
});
export type LiveEvent = z.output<typeof LiveEvent>;

/** The SSE event names: `change` carries a LiveEvent; after `resync` everything shown is stale. */
export const liveEventNames = ["change", "resync"] as const;
export type LiveEventName = (typeof liveEventNames)[number];

export function topic(kind: string, id: string): Topic {
  return `${kind}:${id}`;
}

export function kindOf(name: string): string {
  return name.slice(0, name.indexOf(":"));
}

export function idOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
