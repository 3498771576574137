import type { CredentialWords, VerifiedView } from "@echelon/contract/exchange/credentials.ts";
import { isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import { credentialLimits } from "@echelon/contract/exchange/credential-limits.ts";
import { issuerOf, kindOf, termOf } from "@echelon/connectors/open-badges/form.ts";
import { isRecord, type Json, listOf } from "@echelon/connectors/open-badges/json.ts";
import type { Verified } from "@echelon/connectors/open-badges/verify.ts";

type Party = CredentialWords["issuer"];
type Member = VerifiedView["members"][number];

/** What a credential says; of somebody else's file as well, so each part may be anything. */
export function wordsOf(
  credential: Json,
  verified: Pick<Verified, "verdict" | "endorsements">,
  trusted: readonly string[],
): CredentialWords | null {
  const kind = kindOf(credential);
  if (kind !== "badge" && kind !== "transcript") return null;
  const subject = recordOf(credential["credentialSubject"]);
  const achievement = recordOf(subject["achievement"]);
  const { from, until } = termOf(credential);
  return {
    kind,
    name: said(achievement["name"]) ?? said(credential["name"]),
    description: said(achievement["description"]),
    issuer: {
      name: nameOf(credential["issuer"]),
      did: said(issuerOf(credential)),
      isHere: trusted.includes(issuerOf(credential) ?? ""),
      isGenuine: isProven(verified.verdict),
    },
    endorsers: endorsersOf(credential, verified, trusted),
    validFrom: from === null ? null : new Date(from),
    validUntil: until === null ? null : new Date(until),
    competencies: listOf(achievement["alignment"])
      .map(recordOf)
      .slice(0, credentialLimits.competenciesMax)
      .map((one) => ({ name: said(one["targetName"]) ?? "", url: addressIn(one["targetUrl"]) })),
    evidence: listOf(credential["evidence"])
      .map(recordOf)
      .slice(0, credentialLimits.evidenceMax)
      .map((one) => ({
        name: said(one["name"]),
        narrative: said(one["narrative"]),
        digest: said(one["digestSRI"]),
      })),
  };
}

/** Each wrapped credential of a transcript, with what it comes to. */
export function membersOf(
  credential: Json,
  { members }: Pick<Verified, "members">,
  trusted: readonly string[],
): Member[] {
  const wrapped = listOf(recordOf(credential["credentialSubject"])["verifiableCredential"]);
  return members.slice(0, credentialLimits.membersMax).map((member, at) => ({
    verdict: member.verdict,
    reasons: [...member.reasons],
    words: wordsOf(recordOf(wrapped[at]), member, trusted),
  }));
}

/** In the order in which they were verified: those of the credential itself come first. */
function endorsersOf(
  credential: Json,
  { endorsements }: Pick<Verified, "endorsements">,
  trusted: readonly string[],
): Party[] {
  const written = listOf(credential["endorsement"]).map(recordOf);
  return endorsements.slice(0, credentialLimits.partiesMax).map(({ issuer, reasons }, at) => ({
    name: nameOf(written[at]?.["issuer"]),
    did: said(issuer),
    isHere: trusted.includes(issuer ?? ""),
    isGenuine: reasons.length === 0,
  }));
}

const nameOf = (party: unknown) => said(recordOf(party)["name"]);

const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

/** A text as far as it is one, no longer than we show. */
function said(value: unknown): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  return value.slice(0, credentialLimits.toldCharsMax);
}

/** Only addresses that a browser opens without running anything. */
function addressIn(value: unknown): string | null {
  const text = said(value);
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
