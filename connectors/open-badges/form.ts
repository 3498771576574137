import { credentialsContext, isBadgeContext, transcriptContext } from "./contexts.ts";
import { isRecord, type Json, listOf, readInstant } from "./json.ts";
import type { Reason } from "./verdict.ts";

/** The kinds that are told apart, by what their `type` names. */
export type Kind = "badge" | "transcript" | "endorsement" | "status-list";

const kinds: Readonly<Record<string, Kind>> = {
  OpenBadgeCredential: "badge",
  AchievementCredential: "badge",
  ClrCredential: "transcript",
  EndorsementCredential: "endorsement",
  BitstringStatusListCredential: "status-list",
};

/** Null for what is no verifiable credential, or none of these. */
export function kindOf(credential: Json): Kind | null {
  const types = listOf(credential["type"]);
  if (!types.includes("VerifiableCredential")) return null;
  const name = types.find((type) => typeof type === "string" && Object.hasOwn(kinds, type));
  return typeof name === "string" ? kinds[name]! : null;
}

/** The DID, or other address, of who issued it; null where it names none. */
export function issuerOf(credential: Json): string | null {
  const { issuer } = credential;
  const id = isRecord(issuer) ? issuer["id"] : issuer;
  return typeof id === "string" && id !== "" ? id : null;
}

/** The first instant at which it holds and the first at which it no longer does. */
export function termOf(credential: Json): { from: number | null; until: number | null } {
  const from = readInstant(credential["validFrom"]);
  return { from, until: readInstant(credential["validUntil"]) };
}

/** What keeps a credential from being what its type says, all of it. */
export function formReasons(credential: Json, kind: Kind): Reason[] {
  const { id, issuer, validFrom, validUntil } = credential;
  const reasons: Reason[] = [];
  if (!hasContexts(credential, kind)) reasons.push("contexts-wrong");
  if (typeof id !== "string" || !URL.canParse(id)) reasons.push("id-wrong");
  const isNamed =
    typeof issuer === "string" || hasType(issuer, "Profile") || kind === "status-list";
  if (issuerOf(credential) === null || !isNamed) reasons.push("issuer-wrong");
  const isFrom = readInstant(validFrom) !== null;
  const isUntil = validUntil === undefined || readInstant(validUntil) !== null;
  if (!isFrom || !isUntil) reasons.push("dates-wrong");
  return [...reasons, ...subjectReasons(credential["credentialSubject"], kind)];
}

/** Contexts are an ordered set: later ones may not redefine what earlier ones say. */
function hasContexts(credential: Json, kind: Kind): boolean {
  const [first, ...rest] = listOf(credential["@context"]);
  if (first !== credentialsContext) return false;
  if (kind === "status-list") return true;
  if (kind !== "transcript") return isBadgeContext(rest[0]);
  return rest[0] === transcriptContext && isBadgeContext(rest[1]);
}

function subjectReasons(subject: unknown, kind: Kind): Reason[] {
  switch (kind) {
    case "badge": {
      if (!hasType(subject, "AchievementSubject") || !isSomebody(subject)) return ["subject-wrong"];
      return isAchievement(subject["achievement"]) ? [] : ["achievement-wrong"];
    }
    case "transcript": {
      const isOne = hasType(subject, "ClrSubject") && isSomebody(subject);
      return isOne && listOf(subject["verifiableCredential"]).length > 0 ? [] : ["subject-wrong"];
    }
    case "endorsement":
      return hasType(subject, "EndorsementSubject") && isText(subject["id"])
        ? []
        : ["subject-wrong"];
    case "status-list":
      return hasType(subject, "BitstringStatusList") ? [] : ["subject-wrong"];
  }
}

/** Somebody holds it: by an id, or by what identifies them. */
function isSomebody(subject: Json): boolean {
  const identifiers = listOf(subject["identifier"]);
  return isText(subject["id"]) || (identifiers.length > 0 && identifiers.every(isIdentity));
}

function isIdentity(one: unknown): boolean {
  return hasType(one, "IdentityObject") && isText(one["identityHash"]);
}

function isAchievement(achievement: unknown): boolean {
  if (!hasType(achievement, "Achievement")) return false;
  const { id, name, description, criteria } = achievement;
  if (![id, name, description].every(isText) || !isRecord(criteria)) return false;
  return isText(criteria["id"]) || isText(criteria["narrative"]);
}

function hasType(value: unknown, type: string): value is Json {
  return isRecord(value) && listOf(value["type"]).includes(type);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
