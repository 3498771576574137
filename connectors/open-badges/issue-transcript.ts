import { badgeContext, credentialsContext, transcriptContext } from "./contexts.ts";
import { withProof } from "./data-integrity.ts";
import {
  type Holder,
  identifiersOf,
  type Party,
  profileOf,
  type StatusPlace,
  statusEntry,
} from "./issue.ts";
import { instantText, type Json } from "./json.ts";
import type { Signer } from "./keys.ts";

/** How two achievements of a transcript belong together. */
export interface Association {
  readonly type: "isChildOf" | "isPartOf" | "precedes" | "isRelatedTo";
  readonly source: string;
  readonly target: string;
}

export interface Transcript {
  readonly id: string;
  readonly name: string;
  readonly issuer: Party;
  /** Milliseconds of the epoch. */
  readonly validFrom: number;
  /** One person, as each of the issuers knows them. */
  readonly holders: readonly Holder[];
  /** Badges of one person, each with its own proof and status. */
  readonly badges: readonly Json[];
  readonly associations?: readonly Association[];
  readonly status?: StatusPlace;
}

/** A person's badges in one wrapper of CLR 2.0, signed once more around them. */
export function issueTranscript(transcript: Transcript, signer: Signer, now: number) {
  const { associations = [], status } = transcript;
  const document = {
    "@context": [credentialsContext, transcriptContext, badgeContext],
    id: transcript.id,
    type: ["VerifiableCredential", "ClrCredential"],
    name: transcript.name,
    issuer: profileOf(transcript.issuer, signer.did),
    validFrom: instantText(transcript.validFrom),
    credentialSubject: {
      type: ["ClrSubject"],
      identifier: identifiersOf(transcript.holders),
      verifiableCredential: transcript.badges,
      ...(associations.length === 0 ? {} : { association: associations.map(writeAssociation) }),
    },
    ...(status === undefined ? {} : { credentialStatus: statusEntry(status) }),
  };
  return withProof(document, signer, now);
}

function writeAssociation({ type, source, target }: Association) {
  return { type: "Association", associationType: type, sourceId: source, targetId: target };
}
