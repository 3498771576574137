import { z } from "zod";
import { Id, Instant } from "../platform/shapes.ts";
import { credentialLimits } from "./credential-limits.ts";
import { credentialVerdicts } from "./credential-verdicts.ts";

const Name = z.string().max(credentialLimits.nameCharsMax);
/** Names as a credential froze them, longer than those of organizations. */
const BothNames = z.strictObject({ zh: Name, en: Name });

/** Every reason that can be given for a verdict; a test holds it to what verifying gives. */
export const credentialReasons = [
  "file-too-large",
  "file-unreadable",
  "credential-missing",
  "types-wrong",
  "contexts-wrong",
  "id-wrong",
  "issuer-wrong",
  "dates-wrong",
  "subject-wrong",
  "achievement-wrong",
  "context-unknown",
  "terms-unknown",
  "proof-missing",
  "purpose-wrong",
  "suite-unknown",
  "key-not-found",
  "key-not-the-issuers",
  "key-expired",
  "signature-wrong",
  "claims-disagree",
  "endorsement-not-genuine",
  "issuer-unreachable",
  "issuer-method-unknown",
  "endorser-unreachable",
  "revoked",
  "suspended",
  "not-yet-valid",
  "proof-from-future",
  "expired",
  "proof-expired",
  "status-unreachable",
  "status-not-genuine",
  "status-of-another",
  "status-kind-unknown",
  "status-index-wrong",
  "member-not-valid",
  "issuer-not-trusted",
] as const;

/** In which forms a credential can be carried away. */
export const credentialForms = ["json", "jwt", "png", "svg"] as const;
export const CredentialForm = z.enum(credentialForms);
export type CredentialForm = z.output<typeof CredentialForm>;

/** Media types of the forms. */
export const credentialMedia = {
  json: "application/vc+ld+json",
  jwt: "application/vc+jwt",
  png: "image/png",
  svg: "image/svg+xml",
} as const satisfies Readonly<Record<CredentialForm, string>>;

export const revocationStates = ["asked", "confirmed", "refused"] as const;

const Told = z.string().max(credentialLimits.toldCharsMax);
/** Written by whoever made the file: shown as its words, believed only by the verdict. */
const Said = Told.nullable();

/** Who issued or endorsed, as the file names them. */
export const CredentialParty = z.strictObject({
  name: Said,
  did: Told.nullable(),
  /** One of this installation's. */
  isHere: z.boolean(),
  isGenuine: z.boolean(),
});

/** What a file says, as far as there is something that says it. */
export const CredentialWords = z.strictObject({
  kind: z.enum(["badge", "transcript"]),
  name: Said,
  description: Said,
  issuer: CredentialParty,
  endorsers: z.array(CredentialParty).max(credentialLimits.partiesMax),
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  competencies: z
    .array(z.strictObject({ name: Told, url: Told.nullable() }))
    .max(credentialLimits.competenciesMax),
  evidence: z
    .array(z.strictObject({ name: Said, narrative: Said, digest: Said }))
    .max(credentialLimits.evidenceMax),
});
export type CredentialWords = z.output<typeof CredentialWords>;

const Verdict = z.enum(credentialVerdicts);
const Reasons = z.array(z.enum(credentialReasons)).max(credentialReasons.length);

/** What a file comes to, with every reason. */
export const VerifiedView = z.strictObject({
  verdict: Verdict,
  isValid: z.boolean(),
  reasons: Reasons,
  checkedAt: Instant,
  /** Of when what was heard about revocation is; null while nothing was heard. */
  statusAt: Instant.nullable(),
  words: CredentialWords.nullable(),
  /** Of a transcript: what each credential in it comes to. */
  members: z
    .array(
      z.strictObject({ verdict: Verdict, reasons: Reasons, words: CredentialWords.nullable() }),
    )
    .max(credentialLimits.membersMax),
});
export type VerifiedView = z.output<typeof VerifiedView>;

/** A credential that somebody holds. */
export const HeldCredential = z.strictObject({
  id: Id,
  name: BothNames,
  issuer: BothNames,
  endorsers: z.array(BothNames).max(credentialLimits.partiesMax),
  rank: z.int().min(1).max(9),
  issuedAt: Instant,
  validUntil: Instant.nullable(),
  state: z.enum(["valid", "expired", "revoked"]),
  revoked: z
    .strictObject({
      at: Instant,
      reason: Told,
      /** When the holder said that they have read it. */
      readAt: Instant.nullable(),
    })
    .nullable(),
});
export type HeldCredential = z.output<typeof HeldCredential>;

/** A page that shows others what its holder chose, for as long as it says. */
export const ShareView = z.strictObject({
  id: Id,
  token: z.string().max(credentialLimits.tokenCharsMax),
  credentials: z.array(Id).max(credentialLimits.sharedMax),
  showsName: z.boolean(),
  showsFiles: z.boolean(),
  madeAt: Instant,
  endsAt: Instant,
});
export type ShareView = z.output<typeof ShareView>;

export const MyCredentials = z.strictObject({
  credentials: z.array(HeldCredential).max(credentialLimits.heldMax),
  shares: z.array(ShareView).max(credentialLimits.sharesMax),
});

export const MakeShareRequest = z.strictObject({
  credentials: z.array(Id).min(1).max(credentialLimits.sharedMax),
  showsName: z.boolean(),
  showsFiles: z.boolean(),
  days: z.int().min(1).max(credentialLimits.shareDaysMax),
});

/** What the link of a share shows to whoever has it. */
export const SharedPage = z.strictObject({
  /** The holder's, where they show it. */
  name: z.string().max(80).nullable(),
  endsAt: Instant,
  showsFiles: z.boolean(),
  credentials: z.array(VerifiedView.extend({ id: Id })).max(credentialLimits.sharedMax),
});
export type SharedPage = z.output<typeof SharedPage>;

export const AskRevocationRequest = z.strictObject({
  reason: z.string().trim().min(1).max(credentialLimits.reasonCharsMax),
});

/** A credential that a school asks to revoke, and what was decided. */
export const RevocationView = z.strictObject({
  credential: Id,
  holder: z.string().max(80),
  name: BothNames,
  issuer: BothNames,
  issuedAt: Instant,
  reason: Told,
  askedBy: z.string().max(80),
  askedAt: Instant,
  askedFor: z.enum(["school", "operator"]),
  state: z.enum(revocationStates),
  decidedBy: z.string().max(80).nullable(),
  decidedAt: Instant.nullable(),
  /** The caller is of the other side. */
  mayDecide: z.boolean(),
});
export type RevocationView = z.output<typeof RevocationView>;

/** A key of an organization, or of the installation itself; its private half is never told. */
export const CredentialKeyView = z.strictObject({
  id: Id,
  /** Null for the installation's own. */
  owner: Id.nullable(),
  ownerName: BothNames.nullable(),
  publicKey: z.string().max(100),
  did: z.string().max(400),
  madeAt: Instant,
  replacedAt: Instant.nullable(),
  compromisedAt: Instant.nullable(),
  /** Credentials in force that it signed or endorsed. */
  inForce: z.int().min(0),
});
export type CredentialKeyView = z.output<typeof CredentialKeyView>;

export const RotateKeyRequest = z.strictObject({
  key: Id,
  /** It was stolen: nothing that it signs is believed any more, and what it signed is revoked. */
  isCompromised: z.boolean(),
});

/** Credentials in force that were signed with a key that is believed no more. */
export const RotatedKey = z.strictObject({
  key: CredentialKeyView,
  toRevoke: z.int().min(0),
});
