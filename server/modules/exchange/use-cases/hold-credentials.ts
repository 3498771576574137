import { transcriptName } from "@echelon/connectors/open-badges/certificate-words.ts";
import { issueTranscript } from "@echelon/connectors/open-badges/issue-transcript.ts";
import type { Json } from "@echelon/connectors/open-badges/json.ts";
import {
  type CredentialForm,
  credentialMedia,
  type HeldCredential,
  type MyCredentials,
} from "@echelon/contract/exchange/credentials.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { fileOf } from "../credential-file.ts";
import { isReachable, openSigner } from "../credential-keys.ts";
import { identitiesOf } from "../holder-identity.ts";
import { stateOf } from "../credential-state.ts";
import {
  type CredentialHead,
  credentialsOf,
  documentsOf,
  readCredential,
  tellRead,
} from "../store/credential-store.ts";
import { sharesOf } from "../store/share-store.ts";
import { shareView } from "./share-credentials.ts";

/** The caller's own credentials, with what became of each, and the pages that show them. */
export async function listMine(
  { database, clock }: Means,
  caller: Caller,
): Promise<Outcome<z.output<typeof MyCredentials>>> {
  const now = clock.now();
  const rows = await credentialsOf(database, caller.person);
  const shares = await sharesOf(database, caller.person, now);
  return ok({ credentials: rows.map((row) => heldView(row, now)), shares: shares.map(shareView) });
}

function heldView(row: CredentialHead, now: Date): HeldCredential {
  const { revocation } = row;
  const state = stateOf(row, now);
  return {
    id: row.id,
    ...row.facts,
    endorsers: [...row.facts.endorsers],
    issuedAt: row.issued_at,
    validUntil: row.valid_until,
    state,
    revoked:
      state === "revoked" && revocation !== null
        ? {
            at: revocation.decided_at ?? now,
            reason: revocation.reason,
            readAt: revocation.read_at,
          }
        : null,
  };
}

/** The caller has read that a credential of theirs was revoked. */
export async function readRevocation(
  { database, clock }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const row = await readCredential(tx, id);
    if (row === undefined || row.person_id !== caller.person)
      return refuse({ code: "exchange/no-such-credential" });
    await tellRead(tx, id, clock.now());
    return ok(undefined);
  });
}

/** A credential of the caller's own, in the form that is asked for. */
export async function downloadMine(
  { database }: Means,
  caller: Caller,
  id: string,
  form: CredentialForm,
): Promise<Outcome<FileAnswer>> {
  const row = await readCredential(database, id);
  if (row === undefined || row.person_id !== caller.person)
    return refuse({ code: "exchange/no-such-credential" });
  return ok(fileOf(row, form));
}

/**
 * All credentials of the caller that are not revoked, in one wrapper that the installation signs:
 * it says who put them together, and each of them says who vouches for it.
 */
export async function writeTranscript(means: Means, caller: Caller): Promise<Outcome<FileAnswer>> {
  const { clock, config, newId } = means;
  return means.database.transaction(async (tx) => {
    const now = clock.now();
    const heads = await credentialsOf(tx, caller.person);
    const kept = heads.filter((head) => stateOf(head, now) === "valid");
    if (kept.length === 0) return refuse({ code: "exchange/no-such-credential" });
    const files = await documentsOf(
      tx,
      kept.map(({ id }) => id),
    );
    const signer = await openSigner(means, tx, null, null);
    const id = newId();
    const transcript = await issueTranscript(
      {
        id: isReachable(config.url) ? `${config.url}/credentials/${id}` : `urn:uuid:${id}`,
        name: `${transcriptName.zh} / ${transcriptName.en}`,
        issuer: { name: `Echelon ${new URL(config.url).host}`, url: config.url },
        validFrom: now.getTime(),
        holders: await identitiesOf(
          tx,
          caller.person,
          kept.map((head) => head.organisation_id),
        ),
        badges: files.map(({ document }) => JSON.parse(document) as Json),
      },
      signer,
      now.getTime(),
    );
    const body = Buffer.from(JSON.stringify(transcript));
    return ok({ body, mediaType: credentialMedia.json, name: `transcript-${id}.json` });
  });
}
