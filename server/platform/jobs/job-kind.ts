import { z } from "zod";
import type { Log } from "../log/log.ts";
import type { Tx } from "../database/database.ts";

/** What a kind of job is: its payload (ids, never data), its order, and what marks it as done. */
export interface JobKind<Payload extends z.ZodType = z.ZodType> {
  /** `<module>.<verb-noun>`, also the task's name in the queue. */
  readonly name: string;
  readonly payload: Payload;
  /**
   * The key of the effect, made from the business event and never from the attempt: a job whose key
   * was already written does nothing.
   */
  readonly effect: (payload: z.output<Payload>) => string;
  /** Jobs of one queue run one after the other, in order. */
  readonly queue?: (payload: z.output<Payload>) => string;
  /** Keeps the effect for ever; others are forgotten after 90 days. */
  readonly keepsEffect?: boolean;
  /** How often a job is tried before it waits for a person; usually 25. */
  readonly attemptsMax?: number;
}

/** What a running job has at hand. */
export interface JobRun<Payload> {
  /** The one transaction of the job, the effect key already in it. */
  readonly tx: Tx;
  readonly payload: Payload;
  readonly attempt: number;
  readonly log: Log;
  /** Aborted when the worker is asked to end. */
  readonly signal: AbortSignal;
}

/**
 * A kind of job with what it does. A throw makes the job come again later, with nothing written.
 */
export interface Job {
  readonly kind: JobKind;
  readonly run: (run: JobRun<never>) => Promise<void>;
}

export function jobKind<Payload extends z.ZodType>(kind: JobKind<Payload>): JobKind<Payload> {
  return kind;
}

export function job<Payload extends z.ZodType>(
  kind: JobKind<Payload>,
  run: (run: JobRun<z.output<Payload>>) => Promise<void>,
): Job {
  return { kind, run } as unknown as Job;
}

/** Something done by the clock, at one-minute grain, once in all processes. */
export interface Cron {
  readonly name: string;
  /** Five crontab fields, UTC: `0 3 * * *`. */
  readonly pattern: string;
  /** How long after its time a missed one is still made up for. */
  readonly lateSecondsMax?: number;
  readonly run: (run: JobRun<{ readonly dueAt: Date }>) => Promise<void>;
}
