import { hashPassword, verifyPassword } from "better-auth/crypto";

/** Hashings at once: each takes a core for about 0.1 s and 16 MB. */
const runningMax = 4;
/** Whoever comes when so many wait is told to come again. */
const waitingMax = 120;
/** What one hashing is taken to last until some have been measured, milliseconds. */
const millisUsual = 150;
const newShare = 0.1;

export interface HashQueue {
  /** Null when too many wait. */
  hash(password: string): Promise<string | null>;
  verify(hash: string, password: string): Promise<boolean | null>;
  waiting(): { readonly waiting: number; readonly seconds: number };
}

/** What hashes: scrypt, as better-auth has it; a test's own takes no time. */
export interface Hashing {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

const scrypt: Hashing = {
  hash: hashPassword,
  verify: (hash, password) => verifyPassword({ hash, password }),
};

/**
 * Hashes passwords, a few at a time and in order: a competition's
 * entrants signing in together must not take the cores from those who trade.
 */
export function openHashQueue(hashing: Hashing = scrypt): HashQueue {
  const queue: (() => void)[] = [];
  let running = 0;
  let millis = millisUsual;
  async function take<T>(work: () => Promise<T>): Promise<T | null> {
    if (running < runningMax) running += 1;
    else if (queue.length >= waitingMax) return null;
    else await new Promise<void>((start) => queue.push(start));
    const began = performance.now();
    try {
      return await work();
    } finally {
      millis += (performance.now() - began - millis) * newShare;
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }
  return {
    hash: (password) => take(() => hashing.hash(password)),
    verify: (hash, password) => take(() => hashing.verify(hash, password)),
    waiting: () => ({
      waiting: queue.length,
      seconds: Math.ceil((queue.length * millis) / runningMax / 1_000),
    }),
  };
}
