import { credentials } from "@echelon/contract/exchange/credential-endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import type { ExchangeMeans } from "./means.ts";
import {
  downloadMine,
  listMine,
  readRevocation,
  writeTranscript,
} from "./use-cases/hold-credentials.ts";
import { askRevocation, decideRevocation, listRevocations } from "./use-cases/revoke-credential.ts";
import { printShare } from "./use-cases/print-share.ts";
import { listKeys, rotateKey } from "./use-cases/rotate-key.ts";
import { downloadShared, endShare, makeShare, viewShared } from "./use-cases/share-credentials.ts";
import { verifyUpload } from "./use-cases/verify-upload.ts";

export const credentialRoutes = (means: ExchangeMeans): readonly Route[] => [
  ...publicRoutes(means),
  ...holderRoutes(means),
  ...officeRoutes(means),
];

const publicRoutes = (means: Means): Route[] => [
  route({
    ...credentials.verify,
    allows: anyone,
    bucket: "public-page",
    run: ({ upload }) => verifyUpload(means, upload.bytes),
  }),
  route({
    ...credentials.shared,
    allows: anyone,
    bucket: "public-page",
    run: ({ where, answerHeader }) => {
      answerHeader("cache-control", "no-store");
      return viewShared(means, where.token);
    },
  }),
  route({
    ...credentials.sharedFile,
    allows: anyone,
    bucket: "public-page",
    run: ({ where, asks }) => downloadShared(means, where.token, where.credential, asks.form),
  }),
];

const holderRoutes = (means: ExchangeMeans): Route[] => [
  route({
    ...credentials.mine,
    allows: anyone,
    run: ({ caller }) => listMine(means, caller),
  }),
  route({
    ...credentials.readRevocation,
    allows: anyone,
    run: ({ caller, where }) => readRevocation(means, caller, where.credential),
  }),
  route({
    ...credentials.file,
    allows: anyone,
    run: ({ caller, where, asks }) => downloadMine(means, caller, where.credential, asks.form),
  }),
  route({
    ...credentials.transcript,
    allows: anyone,
    run: ({ caller }) => writeTranscript(means, caller),
  }),
  route({
    ...credentials.makeShare,
    allows: anyone,
    run: ({ caller, body }) => makeShare(means, caller, body),
  }),
  route({
    ...credentials.sharePaper,
    allows: anyone,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) => printShare(means, caller, where.share, asks.language),
  }),
  route({
    ...credentials.endShare,
    allows: anyone,
    run: ({ caller, where }) => endShare(means, caller, where.share),
  }),
];

const officeRoutes = (means: Means): Route[] => [
  route({
    ...credentials.askRevocation,
    allows: may.askToRevoke,
    run: ({ caller, where, body }) => askRevocation(means, caller, where.credential, body.reason),
  }),
  route({
    ...credentials.revocations,
    allows: may.revoke,
    run: ({ caller }) => listRevocations(means, caller),
  }),
  route({
    ...credentials.decideRevocation,
    allows: may.decideToRevoke,
    run: ({ caller, where, body }) =>
      decideRevocation(means, caller, where.credential, body.isConfirmed),
  }),
  route({
    ...credentials.keys,
    allows: may.keepKeys,
    run: () => listKeys(means),
  }),
  route({
    ...credentials.rotateKey,
    allows: may.keepKeys,
    run: ({ caller, body }) => rotateKey(means, caller, body),
  }),
];
