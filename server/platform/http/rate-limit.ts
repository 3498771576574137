import type { Database } from "../database/database.ts";
import { named } from "../database/statement.ts";

/** A token bucket: `burst` at once, then `perSecond`. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
  /** Kept in the database, so that several servers count together; for rare and strict ones. */
  readonly isShared: boolean;
}

/** A whole lab of 60 sits behind one address: limits by address are generous, by account strict. */
export const limits = {
  reads: { burst: 400, perSecond: 100, isShared: false },
  writes: { burst: 100, perSecond: 20, isShared: false },
  // A program never tires: what one may ask leaves room for a class.
  "agent-reads": { burst: 120, perSecond: 10, isShared: false },
  "agent-writes": { burst: 40, perSecond: 4, isShared: false },
  "by-address": { burst: 4_000, perSecond: 600, isShared: false },
  "sign-in-account": { burst: 10, perSecond: 1 / 60, isShared: true },
  "sign-in-address": { burst: 300, perSecond: 0.5, isShared: true },
  "join-code-address": { burst: 200, perSecond: 1 / 3, isShared: true },
  "join-address": { burst: 200, perSecond: 1 / 3, isShared: true },
  "wrong-code-address": { burst: 20, perSecond: 1 / 30, isShared: true },
  "password-reset": { burst: 3, perSecond: 3 / 3_600, isShared: true },
  "rehearsal-person": { burst: 6, perSecond: 6 / 86_400, isShared: true },
  "task-person": { burst: 12, perSecond: 12 / 86_400, isShared: true },
  "heavy-work": { burst: 10, perSecond: 1 / 6, isShared: true },
  "public-page": { burst: 60, perSecond: 1, isShared: false },
} as const satisfies Record<string, Limit>;

export type BucketName = keyof typeof limits;

/** Whether a token was there, and if not, how many seconds until there is one. */
export type Admission =
  | { readonly isAdmitted: true }
  | { readonly isAdmitted: false; readonly seconds: number };

export interface RateLimits {
  take(bucket: BucketName, key: string): Promise<Admission>;
}

const bucketsMax = 50_000;

export function createRateLimits(database: Database, now: () => number): RateLimits {
  const levels = new Map<string, { tokens: number; at: number }>();
  return {
    async take(bucket, key) {
      const limit = limits[bucket];
      const name = `${bucket}:${key}`.slice(0, 300);
      return limit.isShared
        ? takeShared(database, name, limit)
        : takeHere(levels, name, limit, now());
    },
  };
}

function takeHere(
  levels: Map<string, { tokens: number; at: number }>,
  name: string,
  limit: Limit,
  now: number,
): Admission {
  const known = levels.get(name) ?? { tokens: limit.burst, at: now };
  const filled = Math.min(limit.burst, known.tokens + ((now - known.at) / 1000) * limit.perSecond);
  // The map keeps the order of insertion, so the bucket that rested longest is the one to go.
  levels.delete(name);
  levels.set(name, { tokens: filled >= 1 ? filled - 1 : filled, at: now });
  const [oldest] = levels.keys();
  if (levels.size > bucketsMax && oldest !== undefined) levels.delete(oldest);
  return filled >= 1 ? { isAdmitted: true } : refusedFor((1 - filled) / limit.perSecond);
}

/**
 * A refusal takes no token, or whoever waited as long as it said would be refused again. It is kept
 * as what was there less one, which is how the answer tells it from an admission; a clock that was
 * set back costs what was there and no more.
 */
const takeToken = `
  insert into platform.bucket as b (key, tokens, filled_at) values ($1, $2::float8 - 1, now())
  on conflict (key) do update set filled_at = now(),
    tokens = greatest(-1, least($2,
      case when b.tokens < 0 then b.tokens + 1 else b.tokens end
        + extract(epoch from now() - b.filled_at)::float8 * $3) - 1)
  returning tokens`;

async function takeShared(database: Database, name: string, limit: Limit): Promise<Admission> {
  const values = [name, limit.burst, limit.perSecond];
  const [row] = await database.rows<{ tokens: number }>(
    named("platform.take-token", takeToken, values),
  );
  const tokens = row?.tokens ?? 0;
  return tokens >= 0 ? { isAdmitted: true } : refusedFor(-tokens / limit.perSecond);
}

function refusedFor(seconds: number): Admission {
  return { isAdmitted: false, seconds: Math.max(1, Math.ceil(seconds)) };
}
