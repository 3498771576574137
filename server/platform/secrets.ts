import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Fault } from "./fault.ts";

const keyIdLength = 8;
const nonceBytes = 12;
const tagBytes = 16;

/** Seals what must not be read in the database, and signs what comes back from outside. */
export interface Secrets {
  /** AES-256-GCM; `purpose` binds the text to its place, so it cannot be moved to another row. */
  seal(text: string, purpose: string): string;
  /** @throws Error when it was changed, moved, or sealed with another key */
  open(sealed: string, purpose: string): string;
  /** HMAC-SHA256 under a key of that purpose, base64url. */
  sign(text: string, purpose: string): string;
  isSignature(signature: string, text: string, purpose: string): boolean;
  /** The raw secret, for a library that derives its own keys. */
  readonly root: string;
}

export function createSecrets(root: string): Secrets {
  const keyOf = (purpose: string): Buffer =>
    Buffer.from(hkdfSync("sha256", root, "echelon", purpose, 32));
  const keyId = keyOf("key-id").toString("hex").slice(0, keyIdLength);
  const sign = (text: string, purpose: string): string =>
    createHmac("sha256", keyOf(`sign:${purpose}`))
      .update(text)
      .digest("base64url");
  return {
    root,
    seal(text, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", keyOf("seal"), nonce).setAAD(
        Buffer.from(purpose),
      );
      const body = Buffer.concat([
        nonce,
        cipher.update(text, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return `${keyId}.${body.toString("base64url")}`;
    },
    open(sealed, purpose) {
      const [id, rest = ""] = sealed.split(".");
      if (id !== keyId) throw new Error("sealed with another key");
      const body = Buffer.from(rest, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", keyOf("seal"), body.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(body.subarray(-tagBytes));
      const text = decipher.update(body.subarray(nonceBytes, -tagBytes));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    },
    sign,
    isSignature(signature, text, purpose) {
      const expected = Buffer.from(sign(text, purpose));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

/** Of printable characters, as long as `ECHELON_SECRET` must be. */
const soundSecret = /^[\x21-\x7e]{32,1000}$/;

/**
 * The installation's secret, made at the first start; only its owner can read the file.
 *
 * @throws Fault `config/secret-spoiled` when the file is empty or cut short, as a full disk or lost
 *   power leaves it: with such a secret strangers could sign as the installation
 */
export function secretOf(keysFolder: string): string {
  const path = join(keysFolder, "secret");
  if (!existsSync(path)) makeSecret(keysFolder, path);
  const secret = readFileSync(path, "utf8").trim();
  if (!soundSecret.test(secret)) throw new Fault("config/secret-spoiled", { path });
  return secret;
}

/** A link appears whole or not at all, so of two first starts both read the same secret. */
function makeSecret(keysFolder: string, path: string): void {
  // The folder above stays open: the database's system user must pass through it.
  mkdirSync(dirname(keysFolder), { recursive: true });
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 });
  const growing = `${path}.${process.pid}`;
  const secret = `${randomBytes(32).toString("base64url")}\n`;
  writeFileSync(growing, secret, { mode: 0o600, flush: true });
  try {
    linkSync(growing, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(growing);
  }
}
