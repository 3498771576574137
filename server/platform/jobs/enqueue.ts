import type { z } from "zod";
import type { Tx } from "../database/database.ts";
import { named } from "../database/statement.ts";
import type { JobKind } from "./job-kind.ts";

export interface EnqueueOptions {
  /** Not before this instant. */
  readonly at?: Date;
  /** Replaces a waiting job of the same key: a deadline that was moved. */
  readonly key?: string;
}

const attemptsUsual = 25;
const text = "select platform.enqueue($1, $2::json, $3, $4, $5, $6)";

/** Adds a job when, and only when, the transaction commits. */
export async function enqueue<Payload extends z.ZodType>(
  tx: Tx,
  kind: JobKind<Payload>,
  payload: z.output<Payload>,
  options: EnqueueOptions = {},
): Promise<void> {
  const wire = JSON.stringify(kind.payload.encode(payload));
  const queue = kind.queue?.(payload) ?? null;
  const attempts = kind.attemptsMax ?? attemptsUsual;
  const values = [kind.name, wire, queue, options.at ?? null, attempts, options.key ?? null];
  await tx.rows(named("platform.enqueue", text, values));
}

/** Whether a job with this payload waits or runs; one that failed for good does neither. */
export async function isEnqueued<Payload extends z.ZodType>(
  tx: Tx,
  kind: JobKind<Payload>,
  payload: z.output<Payload>,
): Promise<boolean> {
  const wire = JSON.stringify(kind.payload.encode(payload));
  const asked = "select platform.is_enqueued($1, $2::jsonb) as is";
  const [row] = await tx.rows<{ is: boolean }>(
    named("platform.is-enqueued", asked, [kind.name, wire]),
  );
  return row?.is === true;
}
