/** The alphabet of Bitcoin's base 58, as Multibase's `z` has it. */
const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const places = new Map([...alphabet].map((letter, at) => [letter, BigInt(at)]));

/** Keys and signatures are shorter; the reckoning grows with the square of the length. */
const charsMax = 200;

/** `z` and base 58: how keys and proofs are written. */
export function toBase58(bytes: Uint8Array): string {
  let number = BigInt(`0x0${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (; number > 0n; number /= 58n) text = alphabet[Number(number % 58n)]! + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${"1".repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

/** Null for what is no base 58 of that many bytes; each value has one spelling only. */
export function fromBase58(text: unknown, bytes: number): Uint8Array | null {
  if (typeof text !== "string" || text.length > charsMax || !text.startsWith("z")) return null;
  let number = 0n;
  for (const letter of text.slice(1)) {
    const place = places.get(letter);
    if (place === undefined) return null;
    number = number * 58n + place;
  }
  const hex = number.toString(16).padStart(bytes * 2, "0");
  const found = Buffer.from(hex, "hex");
  return found.length === bytes && toBase58(found) === text ? found : null;
}

/** Null unless it is spelled as it would be written: the spare bits of its end are zero. */
export function fromBase64url(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}
