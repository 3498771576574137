import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import { CredentialReplay } from "./replays.ts";
import { ClassSigning, Signed, SigningView, SignRequest } from "./signatures.ts";

const ofCredential = z.strictObject({ credential: Id });

export const signing = endpoints({
  /** The certificates of a class that were decided, and who has signed them. */
  ofClass: {
    does: "GET /assessment/classes/:class/signatures",
    where: z.strictObject({ class: Id }),
    gives: ClassSigning,
    refuses: ["teaching/no-such-class", "platform/not-allowed"],
  },
  /** What waits for the caller's signature, in all classes. */
  awaiting: {
    does: "GET /assessment/signatures",
    gives: z.array(SigningView).max(2_000),
    refuses: [],
  },
  /** The caller's own certificates, on their way. */
  mine: {
    does: "GET /me/certificates",
    gives: z.array(SigningView).max(100),
    refuses: [],
  },
  /** Signs certificates for one side; what is signed by all is issued as a credential. */
  sign: {
    does: "POST /assessment/signatures",
    takes: SignRequest,
    gives: Signed,
    refuses: [
      "assessment/no-such-decision",
      "assessment/decision-superseded",
      "assessment/signed-already",
      "assessment/signer-is-holder",
      "assessment/signer-in-conflict",
      "assessment/second-signer-needed",
    ],
  },
  /** How far a credential was played again, and what that came to; null before it ever was. */
  replay: {
    does: "GET /credentials/:credential/replay",
    where: ofCredential,
    gives: CredentialReplay.nullable(),
    refuses: ["exchange/no-such-credential"],
  },
  /** Plays the seasons that a credential rests on again; one that is being played goes on. */
  startReplay: {
    does: "POST /credentials/:credential/replay",
    where: ofCredential,
    gives: CredentialReplay,
    refuses: ["exchange/no-such-credential"],
  },
});
