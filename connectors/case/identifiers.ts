import { createHash } from "node:crypto";

/** Names of this framework; drawn once, never changed. */
const namespace = "3a0f6c52-8b1d-4c8e-9d57-61f2b0a4e7c9";

/** What an identifier is of; each kind numbers its own things. */
export type Kind =
  | "document"
  | "package"
  | "item"
  | "item-type"
  | "license"
  | "association"
  | "rubric"
  | "criterion"
  | "level";

/**
 * The identifier of one thing of the framework at one version and in one language: a UUID of
 * version 5, so that every installation, and anybody with these names, finds the same.
 *
 * @see RFC 9562, 5.5
 */
export function caseId(version: string, kind: Kind, id: string, language: "zh" | "en"): string {
  return uuidv5(namespace, `${version}/${kind}/${id}/${language}`);
}

export function uuidv5(space: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(space.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
