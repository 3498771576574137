import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { Id, Locale } from "../platform/shapes.ts";
import { credentialLimits } from "./credential-limits.ts";
import {
  AskRevocationRequest,
  CredentialForm,
  CredentialKeyView,
  credentialMedia,
  MakeShareRequest,
  MyCredentials,
  RevocationView,
  RotatedKey,
  RotateKeyRequest,
  SharedPage,
  ShareView,
  VerifiedView,
} from "./credentials.ts";

const ofCredential = z.strictObject({ credential: Id });
const Token = z.string().regex(/^[\w-]{16,64}$/);
const anyForm = download(
  credentialMedia.json,
  credentialMedia.jwt,
  credentialMedia.png,
  credentialMedia.svg,
);

export const credentials = endpoints({
  /** Says what a file comes to: JSON, a JWT, a PNG or an SVG. Nothing of it is kept. */
  verify: {
    does: "POST /credentials/verify",
    uploads: { field: "file", bytesMax: credentialLimits.fileBytesMax },
    gives: VerifiedView,
    refuses: [],
    anonymous: true,
  },
  /** What a holder's link shows, each credential verified anew. */
  shared: {
    does: "GET /shared/:token",
    where: z.strictObject({ token: Token }),
    gives: SharedPage,
    refuses: ["exchange/no-such-share"],
    anonymous: true,
  },
  sharedFile: {
    does: "GET /shared/:token/credentials/:credential",
    where: z.strictObject({ token: Token, credential: Id }),
    asks: z.strictObject({ form: CredentialForm }),
    gives: anyForm,
    refuses: ["exchange/no-such-share"],
    anonymous: true,
  },
  /** The caller's own credentials, and the pages by which they show them. */
  mine: {
    does: "GET /me/credentials",
    gives: MyCredentials,
    refuses: [],
  },
  /** The holder has read that a credential of theirs was revoked. */
  readRevocation: {
    does: "PUT /me/credentials/:credential/revocation/read",
    where: ofCredential,
    gives: nothing,
    refuses: ["exchange/no-such-credential"],
  },
  file: {
    does: "GET /credentials/:credential/file",
    where: ofCredential,
    asks: z.strictObject({ form: CredentialForm }),
    gives: anyForm,
    refuses: ["exchange/no-such-credential"],
  },
  /** All credentials of the caller that are in force, in one wrapper of CLR 2.0. */
  transcript: {
    does: "GET /me/transcript",
    gives: download(credentialMedia.json),
    refuses: ["exchange/no-such-credential"],
  },
  makeShare: {
    does: "POST /me/shares",
    takes: MakeShareRequest,
    gives: ShareView,
    refuses: ["exchange/no-such-credential", "exchange/too-many-shares"],
  },
  /** What a page of the caller's own shows today, as a PDF. */
  sharePaper: {
    does: "GET /me/shares/:share/paper",
    where: z.strictObject({ share: Id }),
    asks: z.strictObject({ language: Locale }),
    gives: download("application/pdf"),
    refuses: ["exchange/no-such-share", "exchange/file-took-too-long", "exchange/file-queue"],
  },
  endShare: {
    does: "DELETE /me/shares/:share",
    where: z.strictObject({ share: Id }),
    gives: nothing,
    refuses: ["exchange/no-such-share"],
  },
  /** A school asks to revoke what it issued; the operator has to confirm. */
  askRevocation: {
    does: "POST /credentials/:credential/revocation",
    where: ofCredential,
    takes: AskRevocationRequest,
    gives: nothing,
    refuses: ["exchange/no-such-credential", "exchange/revocation-asked"],
  },
  revocations: {
    does: "GET /revocations",
    gives: z.array(RevocationView).max(credentialLimits.revocationsMax),
    refuses: [],
  },
  /** Decides what a school asked: a confirmed one is revoked at once and for ever. */
  decideRevocation: {
    does: "POST /revocations/:credential",
    where: ofCredential,
    takes: z.strictObject({ isConfirmed: z.boolean() }),
    gives: nothing,
    refuses: [
      "exchange/no-such-credential",
      "exchange/revocation-decided",
      "exchange/second-person-needed",
    ],
  },
  keys: {
    does: "GET /credential-keys",
    gives: z.array(CredentialKeyView).max(credentialLimits.keysMax),
    refuses: [],
  },
  /** Puts a new key in the place of one; a stolen one is believed no more. */
  rotateKey: {
    does: "POST /credential-keys",
    takes: RotateKeyRequest,
    gives: RotatedKey,
    refuses: ["exchange/no-such-key"],
  },
});
