import { randomInt } from "node:crypto";
import type { Secrets } from "../../platform/secrets.ts";
import type { HashQueue } from "./hash-queue.ts";

/** Letters and digits that cannot be taken for one another, as in join codes. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const generatedLength = 12;

/** `7K2M-Q4RD-9XTB`: 59 bits, readable from a printed sheet. */
export function generatePassword(): string {
  const characters = randomWord(generatedLength);
  return characters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Random characters of the alphabet of codes. */
export function randomWord(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

const generatedMark = "generated:";
const purpose = "generated-password";

/**
 * The hash of a generated password. It has 59 bits of chance, so it needs no slow hash: an HMAC
 * under the installation's key is safe, and a roster of four hundred costs no minute of a core.
 */
export function hashGenerated(secrets: Secrets, password: string): string {
  return generatedMark + secrets.sign(plainGenerated(password), purpose);
}

/** Typed in any case, with or without dashes. */
function plainGenerated(password: string): string {
  return password.replace(/[\s-]/g, "").toUpperCase();
}

/** A scrypt hash of nothing that anybody knows: checking against it takes the usual time. */
const nobodysHash =
  "a2fbd9d1ae74fa13ad0ccd94118daf96:04de838682c2a160b0c5664f18e337107fed564c8aa242df3f7b" +
  "7388c3de2d599ff7ef8b39b8a532bc2248d062ab5adfe3f024f4fc2bd6a278cf4179f938520f";

/**
 * Whether the password is the account's. Null when too many wait.
 *
 * Costs one slow hash whatever the account is: missing, without password, or with a generated one,
 * so that the time tells nothing.
 */
export async function isPassword(
  { secrets, hashing }: { readonly secrets: Secrets; readonly hashing: HashQueue },
  hash: string | null,
  password: string,
): Promise<boolean | null> {
  const isGenerated = hash?.startsWith(generatedMark) === true;
  const slow = await hashing.verify(isGenerated ? nobodysHash : (hash ?? nobodysHash), password);
  if (slow === null || hash === null) return slow === null ? null : false;
  if (!isGenerated) return slow;
  return secrets.isSignature(hash.slice(generatedMark.length), plainGenerated(password), purpose);
}

/** What everybody tries first; our own list of the best-known ones, in lower case. */
const known = new Set(
  (
    "password passw0rd qwertyui qwertyuiop asdfghjk zxcvbnm1 iloveyou letmein1 welcome1 " +
    "sunshine princess football baseball superman trustno1 computer internet abc12345 " +
    "abcd1234 a1234567 a12345678 a123456789 aa123456 aa12345678 qq123456 qwe12345 qwer1234 " +
    "asd12345 zxc12345 wang1234 zhang123 woaini123 woaini520 woaini1314 5201314a 147258369 " +
    "123456789a 123456abc 12345678a 11223344 12341234 12121212 13141314 52013144 987654321 " +
    "87654321 1q2w3e4r 1qaz2wsx q1w2e3r4 admin123 admin888 student1 teacher1 echelon1 " +
    "iloveyou1"
  ).split(" "),
);

/** Whether a chosen password is among the first that somebody would try. */
export function isWeakPassword(password: string, ...own: readonly string[]): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (known.has(plain) || new Set(plain).size <= 2 || isRun(plain)) return true;
  return own.some((word) => word.length >= 3 && plain === word.toLowerCase());
}

/** `12345678`, `hgfedcba`: every character follows the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  return steps.size === 1;
}
