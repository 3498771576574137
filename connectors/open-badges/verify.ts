import { isProven, isValid } from "@echelon/contract/exchange/credential-verdicts.ts";
import { statusReasons } from "./check-status.ts";
import { formReasons, issuerOf, kindOf, termOf } from "./form.ts";
import { isRecord, isWithinLimits, type Json, listOf } from "./json.ts";
import { credentialLimits } from "./limits.ts";
import { credentialOf, proofReasons, skewMillis, type Surroundings } from "./prove.ts";
import { readCredentialFile, type Written } from "./read-file.ts";
import { type Reason, type Verdict, verdictOf, verdictOfReason } from "./verdict.ts";

export interface VerifyOptions extends Surroundings {
  /** DIDs of issuers that this installation trusts; without it, none is asked for. */
  readonly trusted?: readonly string[];
}

/** What a credential comes to, and every reason for it. */
export interface Verified {
  readonly verdict: Verdict;
  readonly isValid: boolean;
  readonly reasons: readonly Reason[];
  /** Null while no list has told. */
  readonly isRevoked: boolean | null;
  readonly isExpired: boolean;
  readonly id: string | null;
  readonly issuer: string | null;
  readonly endorsements: readonly Vouched[];
  /** Of a transcript: what each wrapped credential comes to. */
  readonly members: readonly Verified[];
}

/** Who else vouches, and whether they really do. */
export interface Vouched {
  readonly issuer: string | null;
  readonly reasons: readonly Reason[];
}

/** Says what a file comes to: JSON, a JWT, a PNG or an SVG. Never throws on bad input. */
export async function verifyFile(bytes: Uint8Array, options: VerifyOptions): Promise<Verified> {
  const read = readCredentialFile(bytes);
  return read.ok ? verifyWritten(read.written, options) : verifiedOf({}, [read.why]);
}

/** The same of a credential that is an object already. */
export async function verifyCredential(
  credential: unknown,
  options: VerifyOptions,
): Promise<Verified> {
  const isReadable = isRecord(credential) && isWithinLimits(credential);
  if (!isReadable) return verifiedOf({}, ["file-unreadable"]);
  return verifyWritten({ form: "json", credential }, options);
}

async function verifyWritten(written: Written, options: VerifyOptions): Promise<Verified> {
  const credential = credentialOf(written);
  const kind = kindOf(credential);
  if (kind !== "badge" && kind !== "transcript") return verifiedOf(credential, ["types-wrong"]);
  const reasons: Reason[] = [
    ...formReasons(credential, kind),
    ...(await proofReasons(written, options)),
    ...termReasons(credential, options.now),
  ];
  const endorsements = await endorsementsOf(credential, options);
  reasons.push(...endorsementReasons(endorsements));
  // Only a genuine one may send us anywhere: a forged file would choose whom we call.
  const isAsked = !reasons.some(isUnproven);
  if (isAsked) reasons.push(...(await statusReasons(credential, options)));
  const members = kind === "transcript" && isAsked ? await membersOf(credential, options) : [];
  if (members.some((member) => !member.isValid)) reasons.push("member-not-valid");
  const issuer = issuerOf(credential);
  const isTrusted = options.trusted === undefined || options.trusted.includes(issuer ?? "");
  if (isAsked && !isTrusted) reasons.push("issuer-not-trusted");
  return { ...verifiedOf(credential, reasons, isAsked), endorsements, members };
}

function verifiedOf(credential: Json, all: readonly Reason[], isAsked = false): Verified {
  const reasons = [...new Set(all)];
  const verdict = verdictOf(reasons);
  const { id } = credential;
  const isRevoked = reasons.some((reason) => verdictOfReason[reason] === "revoked");
  const isTold = isAsked && !reasons.some((one) => verdictOfReason[one] === "status-unknown");
  return {
    verdict,
    isValid: isValid(verdict),
    reasons,
    isRevoked: isRevoked || (isTold ? false : null),
    isExpired: reasons.some((reason) => verdictOfReason[reason] === "expired"),
    id: typeof id === "string" ? id : null,
    issuer: issuerOf(credential),
    endorsements: [],
    members: [],
  };
}

function termReasons(credential: Json, now: number): Reason[] {
  const { from, until } = termOf(credential);
  const reasons: Reason[] = [];
  if (from !== null && from > now + skewMillis) reasons.push("not-yet-valid");
  if (until !== null && until <= now - skewMillis) reasons.push("expired");
  return reasons;
}

function isUnproven(reason: Reason): boolean {
  return !isProven(verdictOfReason[reason]);
}

/** Endorsements of the credential, of its achievement and of its issuer. */
async function endorsementsOf(credential: Json, options: VerifyOptions): Promise<Vouched[]> {
  const subject = credential["credentialSubject"];
  const achievement = isRecord(subject) ? subject["achievement"] : undefined;
  const places = [credential, achievement, credential["issuer"]].filter(isRecord);
  const endorsable = places.map(({ id }) => id);
  const vouched: Vouched[] = [];
  for (const place of places)
    for (const one of listOf(place["endorsement"])) {
      const isTooMany = vouched.length >= credentialLimits.endorsementsMax;
      if (isTooMany || !isRecord(one)) vouched.push({ issuer: null, reasons: ["types-wrong"] });
      else vouched.push(await endorsementOf(one, endorsable, options));
    }
  return vouched;
}

/** @param endorsable ids of this badge; an endorsement of something else vouches for nothing */
async function endorsementOf(
  one: Json,
  endorsable: readonly unknown[],
  options: VerifyOptions,
): Promise<Vouched> {
  const issuer = issuerOf(one);
  if (kindOf(one) !== "endorsement") return { issuer, reasons: ["types-wrong"] };
  const reasons = [
    ...formReasons(one, "endorsement"),
    ...(await proofReasons({ form: "json", credential: one }, options)),
    ...termReasons(one, options.now),
  ];
  const subject = one["credentialSubject"];
  const isAbout = isRecord(subject) && endorsable.includes(subject["id"]);
  return { issuer, reasons: isAbout ? reasons : [...reasons, "subject-wrong"] };
}

/** What a badge suffers from those who vouch for it: a forged name on it is a forgery. */
function endorsementReasons(endorsements: readonly Vouched[]): Reason[] {
  const faults = endorsements.flatMap(({ reasons }) => reasons).filter(isUnproven);
  if (faults.length === 0) return [];
  const isForged = faults.some((fault) => verdictOfReason[fault] !== "unproved");
  return [isForged ? "endorsement-not-genuine" : "endorser-unreachable"];
}

async function membersOf(credential: Json, options: VerifyOptions): Promise<Verified[]> {
  const subject = credential["credentialSubject"];
  const wrapped = isRecord(subject) ? listOf(subject["verifiableCredential"]) : [];
  const members: Verified[] = [];
  for (const [at, one] of wrapped.entries()) {
    const isOne = isRecord(one) && kindOf(one) === "badge" && at < credentialLimits.membersMax;
    if (!isOne) members.push(verifiedOf(isRecord(one) ? one : {}, ["types-wrong"]));
    else members.push(await verifyWritten({ form: "json", credential: one }, options));
  }
  return members;
}
