/** Makes the id of a new thing. Handed in, so that tests can know the ids they get. */
export type NewId = () => string;

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits.
 *
 * Ids made later sort later, so that inserts go to the end of an index; the database is not asked
 * for them because PostgreSQL 15 cannot make them.
 */
export function uuidv7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint16(0, Math.floor(now / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, now % 2 ** 32);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes.buffer).toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join("-")}-${hex.slice(20)}`;
}

/** Ids that count up from zero, for tests: `00000000-0000-7000-8000-000000000001`, … */
export function countingIds(): NewId {
  let made = 0;
  return () => {
    made += 1;
    return `00000000-0000-7000-8000-${made.toString(16).padStart(12, "0")}`;
  };
}
