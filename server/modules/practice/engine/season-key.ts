import { createHash } from "node:crypto";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";

/**
 * The engine's 64-bit key of a season, from its 256-bit secret and the engine's version: a short
 * seed could be found by trying, and a published commitment would then reveal it.
 */
export function seedOf(secret: Uint8Array, engineVersion: number): Seed {
  const hash = createHash("sha256")
    .update(secret)
    .update(`echelon/engine/${engineVersion}`)
    .digest();
  return { k0: hash.readUInt32LE(0), k1: hash.readUInt32LE(4) };
}

/** What its shoppers like, of the same secret and yet saying nothing about the engine's key. */
export function tastesOf(secret: Uint8Array): Seed {
  return keyOf(createHash("sha256").update("echelon/tastes").update(secret).digest());
}

/**
 * The key of a hidden replica, the first is 1. Of the secret that was committed to before the
 * season began, so that nobody can choose the replicas that suit.
 */
export function replicaSeedOf(secret: Uint8Array, replica: number): Seed {
  return keyOf(createHash("sha256").update(`echelon/replica/${replica}`).update(secret).digest());
}

const keyOf = (hash: Buffer): Seed => ({ k0: hash.readUInt32LE(0), k1: hash.readUInt32LE(4) });

/** Published when the season is made; the secret itself is opened when it is finished. */
export function commitmentOf(secret: Uint8Array): string {
  return createHash("sha256").update("echelon/seed").update(secret).digest("hex");
}

/** Names a world: SHA-256 of its JSON, whose keys are written in the order of the source. */
export function worldHashOf(source: WorldSource): string {
  return createHash("sha256").update(JSON.stringify(source)).digest("hex");
}
