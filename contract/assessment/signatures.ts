import { z } from "zod";
import { BothNames } from "../identity/shapes.ts";
import { Id, Instant } from "../platform/shapes.ts";
import { signedAtOnceMax } from "./signing-limits.ts";

/** Who signs a certificate: two eyes, and three at the widest echelon. */
export const signingSides = ["school", "enterprise", "association"] as const;
export const SigningSide = z.enum(signingSides);
export type SigningSide = z.output<typeof SigningSide>;

const Code = z.string().min(1).max(80);

const SignatureView = z.strictObject({
  side: SigningSide,
  organisation: BothNames,
  signer: z.string().max(80),
  at: Instant,
});

/** A certificate that was decided, and how far it is from being a credential. */
export const SigningView = z.strictObject({
  decision: Id,
  class: Id,
  className: z.string().max(80),
  person: Id,
  name: z.string().max(80),
  role: Code,
  echelon: Code,
  decidedAt: Instant,
  signatures: z.array(SignatureView).max(signingSides.length),
  /** Who has yet to sign. */
  awaits: z.array(SigningSide).max(signingSides.length),
  /** Which of these the caller can sign for. */
  mine: z.array(SigningSide).max(signingSides.length),
  credential: z
    .strictObject({
      id: Id,
      issuedAt: Instant,
      state: z.enum(["valid", "expired", "revoked"]),
      isRevocationAsked: z.boolean(),
      /** The caller can ask to revoke it. */
      mayRevoke: z.boolean(),
      /** The caller can have it played again. */
      mayReplay: z.boolean(),
    })
    .nullable(),
});
export type SigningView = z.output<typeof SigningView>;

/** How far credentials that were signed together are. */
export const IssuingView = z.strictObject({
  id: Id,
  total: z.int().min(0),
  done: z.int().min(0),
  startedAt: Instant,
  endedAt: Instant.nullable(),
});
export type IssuingView = z.output<typeof IssuingView>;

export const ClassSigning = z.strictObject({
  certificates: z.array(SigningView).max(2_000),
  /** The newest that was begun in this class. */
  issuing: IssuingView.nullable(),
});

export const SignRequest = z.strictObject({
  side: SigningSide,
  decisions: z.array(Id).min(1).max(signedAtOnceMax),
});

export const Signed = z.strictObject({
  signed: z.int().min(0),
  /** Where that was the last signature of some: how far their credentials are. */
  issuing: IssuingView.nullable(),
});
