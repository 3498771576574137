import { signing } from "@echelon/contract/assessment/signing-endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
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
    ...signing.sign,
    allows: may.sign,
    run: ({ caller, body }) => signCertificates(means, caller, body),
  }),
];
