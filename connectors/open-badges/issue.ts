import { createHash } from "node:crypto";
import { badgeContext, credentialsContext } from "./contexts.ts";
import { withProof } from "./data-integrity.ts";
import { instantText, type Json } from "./json.ts";
import type { Signer } from "./keys.ts";

/** A text in both languages; a credential carries both, since nobody knows who will read it. */
export interface BothTexts {
  readonly zh: string;
  readonly en: string;
}

/** Who issues or endorses: the DID is the signer's own. */
export interface Party {
  readonly name: string;
  readonly url?: string;
}

/** Who holds it, told by a hash: only whoever knows the value already can check it. */
export interface Holder {
  readonly identityType: "emailAddress" | "sisSourcedId" | "systemId";
  readonly value: string;
  /** Random, its own for each credential: equal people must not look alike. */
  readonly salt: string;
}

/** What was achieved, as it is frozen at issue. */
export interface Achievement {
  /** The page of it at one version of the framework. */
  readonly id: string;
  readonly type: "Competency" | "Certificate";
  readonly name: BothTexts;
  readonly description: BothTexts;
  readonly criteria: BothTexts;
  /** Items of the framework in CASE: their addresses. */
  readonly alignment: readonly { readonly name: string; readonly url: string }[];
}

/** What shows it: opened only with the holder's consent, but its hash is for all. */
export interface Evidence {
  readonly name: BothTexts;
  /** Address of the page; a replayable season may have none. */
  readonly id?: string;
  /** For instance the digest by which a season is played again. */
  readonly narrative?: string;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** Which bit tells whether it still holds. */
export interface StatusPlace {
  readonly listAddress: string;
  readonly index: number;
}

export interface Badge {
  /** An address of the installation, or `urn:uuid:…` of a school without one. */
  readonly id: string;
  readonly issuer: Party;
  /** Milliseconds of the epoch. */
  readonly validFrom: number;
  readonly validUntil?: number;
  /** All of one person. */
  readonly holders: readonly Holder[];
  readonly achievement: Achievement;
  /** Levels that were reached, as texts. */
  readonly results?: readonly BothTexts[];
  readonly evidence?: readonly Evidence[];
  /** Signed before, by those who vouch beside the issuer. */
  readonly endorsements?: readonly Json[];
  readonly status?: StatusPlace;
}

export interface Endorsement {
  readonly id: string;
  readonly endorser: Party;
  readonly validFrom: number;
  /** The id of the badge that is endorsed, which its issuer has yet to sign. */
  readonly badge: string;
  readonly comment: BothTexts;
}

/** A line for names, paragraphs for the rest. */
const inLine = ({ zh, en }: BothTexts) => `${zh} / ${en}`;
const inParagraphs = ({ zh, en }: BothTexts) => `${zh}\n\n${en}`;

/** `sha256$…` over the value and its salt, as Open Badges tells a holder. */
export function identityHash(value: string, salt: string): string {
  return `sha256$${createHash("sha256").update(`${value}${salt}`, "utf8").digest("hex")}`;
}

/** A badge that nobody has signed: what a JWT carries, and what a proof is put on. */
export function badgeOf(badge: Badge, did: string) {
  const { validUntil, evidence = [], endorsements = [], status } = badge;
  return {
    "@context": [credentialsContext, badgeContext],
    id: badge.id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: inLine(badge.achievement.name),
    issuer: profileOf(badge.issuer, did),
    validFrom: instantText(badge.validFrom),
    ...(validUntil === undefined ? {} : { validUntil: instantText(validUntil) }),
    credentialSubject: subjectOf(badge),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(writeEvidence) }),
    ...(endorsements.length === 0 ? {} : { endorsement: endorsements }),
    ...(status === undefined ? {} : { credentialStatus: statusEntry(status) }),
  };
}

/**
 * A badge with the issuer's proof.
 *
 * @param now milliseconds of the epoch: when it is signed, which may be before it holds
 */
export function issueBadge(badge: Badge, signer: Signer, now: number) {
  return withProof(badgeOf(badge, signer.did), signer, now);
}

/** An endorsement of one badge, signed by who gives it: an enterprise, an association. */
export function issueEndorsement(endorsement: Endorsement, signer: Signer, now: number) {
  const document = {
    "@context": [credentialsContext, badgeContext],
    id: endorsement.id,
    type: ["VerifiableCredential", "EndorsementCredential"],
    issuer: profileOf(endorsement.endorser, signer.did),
    validFrom: instantText(endorsement.validFrom),
    credentialSubject: {
      id: endorsement.badge,
      type: ["EndorsementSubject"],
      endorsementComment: inParagraphs(endorsement.comment),
    },
  };
  return withProof(document, signer, now);
}

export function profileOf({ name, url }: Party, did: string) {
  return { id: did, type: ["Profile"], name, ...(url === undefined ? {} : { url }) };
}

/** The holder as a subject: nothing about them that can be read. */
export function identifiersOf(holders: readonly Holder[]) {
  return holders.map(({ identityType, value, salt }) => {
    const hash = identityHash(value, salt);
    return { type: "IdentityObject", hashed: true, identityHash: hash, identityType, salt };
  });
}

export function statusEntry({ listAddress, index }: StatusPlace) {
  return {
    id: `${listAddress}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: String(index),
    statusListCredential: listAddress,
  };
}

function subjectOf({ holders, achievement, results = [] }: Badge) {
  return {
    type: ["AchievementSubject"],
    identifier: identifiersOf(holders),
    achievement: {
      id: achievement.id,
      type: ["Achievement"],
      achievementType: achievement.type,
      name: inLine(achievement.name),
      description: inParagraphs(achievement.description),
      criteria: { type: "Criteria", narrative: inParagraphs(achievement.criteria) },
      alignment: achievement.alignment.map(({ name, url }) => ({
        type: ["Alignment"],
        targetType: "CFItem",
        targetName: name,
        targetUrl: url,
      })),
    },
    ...(results.length === 0
      ? {}
      : { result: results.map((value) => ({ type: ["Result"], value: inLine(value) })) }),
  };
}

function writeEvidence({ id, name, narrative, sha256 }: Evidence) {
  return {
    ...(id === undefined ? {} : { id }),
    type: ["Evidence"],
    name: inLine(name),
    ...(narrative === undefined ? {} : { narrative }),
    digestSRI: `sha256-${Buffer.from(sha256, "hex").toString("base64")}`,
  };
}
