import { identity } from "@echelon/contract/identity/endpoints.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { endedCookie, tokenOf } from "./cookie.ts";
import { may } from "./may.ts";
import type { IdentityMeans } from "./means.ts";
import { addPerson } from "./use-cases/add-person.ts";
import { changePassword } from "./use-cases/change-password.ts";
import { editMe } from "./use-cases/edit-me.ts";
import { listAudit } from "./use-cases/list-audit.ts";
import { listOrganisations, viewOrganisation } from "./use-cases/list-organisations.ts";
import { listPeople } from "./use-cases/list-people.ts";
import { makeOperator } from "./use-cases/make-operator.ts";
import { editOrganisation, makeOrganisation } from "./use-cases/make-organisation.ts";
import { keepSession, type Visitor } from "./use-cases/open-session.ts";
import { resetPassword } from "./use-cases/reset-password.ts";
import { setRoles } from "./use-cases/set-roles.ts";
import { signInDemo } from "./use-cases/sign-in-demo.ts";
import { type SignedIn, signIn } from "./use-cases/sign-in.ts";
import { signOut } from "./use-cases/sign-out.ts";
import { viewSession } from "./use-cases/view-session.ts";

interface Knock {
  readonly address: string;
  header(name: string): string | undefined;
  answerHeader(name: string, value: string): void;
}

const tokenIn = ({ config, secrets }: IdentityMeans, knock: Knock): string | null =>
  tokenOf(config, secrets.root, knock.header("cookie"));

const visitorOf = (means: IdentityMeans, knock: Knock): Visitor => ({
  address: knock.address,
  agent: knock.header("user-agent"),
  earlier: tokenIn(means, knock),
});

/** Sets the cookie of who just signed in and answers with the new session. */
async function answerSession(means: IdentityMeans, knock: Knock, outcome: Outcome<SignedIn>) {
  if (!outcome.ok) {
    const { seconds } = outcome.refusal.facts;
    if (typeof seconds === "number")
      knock.answerHeader("retry-after", String(Math.max(1, seconds)));
    return outcome;
  }
  knock.answerHeader("set-cookie", outcome.value.cookie);
  return ok(await viewSession(means, outcome.value.person));
}

export const identityRoutes = (means: IdentityMeans): readonly Route[] => [
  ...sessionRoutes(means),
  ...organisationRoutes(means),
];

const sessionRoutes = (means: IdentityMeans): Route[] => [
  route({
    ...identity.session,
    allows: anyone,
    run: async (call) => {
      const token = tokenIn(means, call);
      if (call.caller !== null && token !== null) {
        const cookie = await keepSession(means, means.database, token);
        if (cookie !== null) call.answerHeader("set-cookie", cookie);
      }
      return ok(await viewSession(means, call.caller?.person ?? null));
    },
  }),
  route({
    ...identity.signIn,
    allows: anyone,
    run: async (call) =>
      answerSession(means, call, await signIn(means, call.body, visitorOf(means, call))),
  }),
  route({
    ...identity.signInQueue,
    allows: anyone,
    run: () => ok(means.hashing.waiting()),
  }),
  route({
    ...identity.signOut,
    allows: anyone,
    run: async (call) => {
      call.answerHeader("set-cookie", endedCookie(means.config));
      return signOut(means, tokenIn(means, call));
    },
  }),
  route({
    ...identity.demoSignIn,
    allows: anyone,
    run: async (call) => {
      const visitor = visitorOf(means, call);
      return answerSession(means, call, await signInDemo(means, call.body.account, visitor));
    },
  }),
  route({
    ...identity.makeOperator,
    allows: anyone,
    run: async (call) =>
      answerSession(means, call, await makeOperator(means, call.body, visitorOf(means, call))),
  }),
  route({
    ...identity.editMe,
    allows: anyone,
    run: ({ caller, body }) => editMe(means, caller.person, body),
  }),
  route({
    ...identity.changePassword,
    allows: anyone,
    run: (call) => changePassword(means, call.caller.person, tokenIn(means, call) ?? "", call.body),
  }),
];

const organisationRoutes = (means: IdentityMeans): Route[] => [
  route({
    ...identity.organisations,
    allows: anyone,
    run: ({ caller, asks }) => listOrganisations(means, caller, asks),
  }),
  route({
    ...identity.makeOrganisation,
    allows: may.operate,
    run: ({ caller, body }) => makeOrganisation(means, caller, body),
  }),
  route({
    ...identity.organisation,
    allows: anyone,
    run: ({ caller, where }) => viewOrganisation(means, caller, where.organisation),
  }),
  route({
    ...identity.editOrganisation,
    allows: may.operate,
    run: ({ caller, where, body }) => editOrganisation(means, caller, where.organisation, body),
  }),
  route({
    ...identity.people,
    allows: may.managePeople,
    run: ({ caller, where, asks }) => listPeople(means, caller, where.organisation, asks),
  }),
  route({
    ...identity.addPerson,
    allows: may.managePeople,
    run: ({ caller, where, body }) => addPerson(means, caller, where.organisation, body),
  }),
  route({
    ...identity.setRoles,
    allows: may.managePeople,
    run: ({ caller, where, body }) => setRoles(means, caller, where, body.roles),
  }),
  route({
    ...identity.resetPassword,
    allows: may.managePeople,
    run: ({ caller, where }) => resetPassword(means, caller, where),
  }),
  route({
    ...identity.audit,
    allows: may.managePeople,
    run: ({ caller, where, asks }) => listAudit(means, caller, where.organisation, asks),
  }),
];
