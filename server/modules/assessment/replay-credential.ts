import { isRecord, listOf, readJson } from "@echelon/connectors/open-badges/json.ts";
import { credentialOf } from "@echelon/connectors/open-badges/prove.ts";
import { readCredentialFile } from "@echelon/connectors/open-badges/read-file.ts";
import { replayedMax } from "@echelon/contract/assessment/replays.ts";
import { isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import type { VerifiedView } from "@echelon/contract/exchange/credentials.ts";
import type { Means } from "../../platform/module.ts";
import { verifyHere } from "../exchange/index.ts";
import { replaySegment, SeasonSegment, type SegmentReplay } from "../practice/index.ts";

/** What a credential comes to, and what each of its seasons comes to, played again. */
export interface ReplayedCredential {
  readonly verdict: VerifiedView["verdict"];
  readonly reasons: readonly string[];
  readonly seasons: readonly {
    readonly segment: SeasonSegment;
    readonly replay: SegmentReplay;
  }[];
}

/**
 * Plays the seasons that a credential rests on again, from what this installation keeps. A file
 * that is not genuine names whatever it likes, so nothing is played for it.
 */
export async function replayCredential(
  means: Means,
  bytes: Uint8Array,
): Promise<ReplayedCredential> {
  const { verdict, reasons } = await verifyHere(means, bytes);
  const seasons: ReplayedCredential["seasons"][number][] = [];
  for (const segment of isProven(verdict) ? segmentsIn(bytes) : [])
    seasons.push({ segment, replay: await replaySegment(means.database, segment) });
  return { verdict, reasons, seasons };
}

/** The seasons that a file names as what it rests on. */
export function segmentsIn(bytes: Uint8Array): readonly SeasonSegment[] {
  const read = readCredentialFile(bytes);
  if (!read.ok) return [];
  return listOf(credentialOf(read.written)["evidence"])
    .slice(0, replayedMax)
    .flatMap((one) => {
      const narrative = isRecord(one) ? one["narrative"] : undefined;
      const told = typeof narrative === "string" ? readJson(narrative) : null;
      const parsed = SeasonSegment.safeParse(told);
      return parsed.success ? [parsed.data] : [];
    });
}
