import type { BothNames } from "@echelon/contract/identity/shapes.ts";
import type { Secrets } from "../../platform/secrets.ts";
import { plainEnterprise } from "./posting-row.ts";

const hashChars = 32;

/** Tells enterprises apart without keeping their names: nobody without the secret can guess one. */
export function enterpriseHasher(secrets: Secrets): (plainName: string) => string {
  return (plainName) => secrets.sign(plainName, "planning.enterprise").slice(0, hashChars);
}

/** The hashes under which an enterprise of this house may stand in postings. */
export function hashesOf(secrets: Secrets, { zh, en }: BothNames): string[] {
  const hash = enterpriseHasher(secrets);
  return [...new Set([zh, en].map(plainEnterprise))].map(hash);
}
