import { createHash, randomBytes } from "node:crypto";
import type { Key } from "@echelon/kernel/random/philox.ts";

/** What an exam's papers are drawn by, 32 bytes as hexadecimal: kept until results are known. */
export const newExamSecret = (): string => randomBytes(32).toString("hex");

/** The key of the draw: a short secret could be found by trying, and its hash is told. */
export function keyOfExam(secret: string): Key {
  const hash = createHash("sha256").update("echelon/paper").update(secret, "hex").digest();
  return { k0: hash.readUInt32LE(0), k1: hash.readUInt32LE(4) };
}

/** Told when the exam is opened, so that nobody can draw other papers afterwards. */
export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update("echelon/exam").update(secret, "hex").digest("hex");
