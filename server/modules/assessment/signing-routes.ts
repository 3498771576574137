import { signing } from "@echelon/contract/assessment/signing-endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { startReplay, viewReplay } from "./use-cases/play-credential.ts";
import { signCertificates } from "./use-cases/sign-certificates.ts";
import { viewAwaiting, viewClassSigning, viewOwnSigning } from "./use-cases/view-signatures.ts";

export const signingRoutes = (means: Means): readonly Route[] => [
  route({
    ...signing.ofClass,
    allows: may.sign,
    run: ({ caller, where }) => viewClassSigning(means, caller, where.class),
  }),
  route({
    ...signing.awaiting,
    allows: may.sign,
    run: ({ caller }) => viewAwaiting(means, caller),
  }),
  route({
    ...signing.mine,
    allows: anyone,
    run: ({ caller }) => viewOwnSigning(means, caller),
  }),
  route({
    ...signing.replay,
    allows: anyone,
    run: ({ caller, where }) => viewReplay(means, caller, where.credential),
  }),
  route({
    ...signing.startReplay,
    allows: anyone,
    bucket: "heavy-work",
    run: ({ caller, where }) => startReplay(means, caller, where.credential),
  }),
  route({
    ...signing.sign,
    allows: may.sign,
    run: ({ caller, body }) => signCertificates(means, caller, body),
  }),
];
