/** Who is who: accounts, sessions, people, organisations and memberships. */
import type { Module } from "../../platform/module.ts";
import { sessionGate } from "./gate.ts";
import { identityMeans } from "./means.ts";
import { identityRoutes } from "./routes.ts";
import { deleteEndedSessions } from "./store/session-store.ts";
import { operatorInvitation } from "./use-cases/make-operator.ts";
import { seedDemo } from "./use-cases/seed-demo.ts";

export { tokenOf } from "./cookie.ts";
export { demo, demoId, demoStudents } from "./demo.ts";
export { type HashQueue } from "./hash-queue.ts";
export { belongsTo, holds, holdsIn, manages } from "./may.ts";
export { identityMeans, type IdentityMeans } from "./means.ts";
export { generatePassword, hashGenerated, isWeakPassword, randomWord } from "./passwords.ts";
export {
  deleteNumber,
  lockNumbers,
  numbersOf,
  peopleByNumber,
  writeNumbers,
} from "./store/membership-store.ts";
export {
  changePerson,
  type PersonFacts,
  readPeople,
  writePassword as writePasswordHash,
} from "./store/person-store.ts";
export { endSessions } from "./store/session-store.ts";
export { writeAudit } from "./use-cases/list-audit.ts";
export {
  beginMembership,
  endMembership,
  enterOrganisation,
  holdersOf,
  isMember,
  organisationBySlug,
  organisationFacts,
  type OrganisationFacts,
  personByUsername,
  personName,
  personNames,
  type HeldRole,
  rolesAnywhere,
  rolesHeldBy,
} from "./use-cases/look-up-people.ts";
export { makePeople, type MadePerson, type PersonWish } from "./use-cases/make-person.ts";
export { openSession, type Visitor } from "./use-cases/open-session.ts";
export { givePassword } from "./use-cases/reset-password.ts";
export { type DemoPerson, seedOrganisation } from "./use-cases/seed-demo.ts";
export { queueFull } from "./use-cases/sign-in.ts";
export { viewMe } from "./use-cases/view-session.ts";

export const identityModule: Module = {
  name: "identity",
  needs: [],
  migrations: new URL("./store/migrations/", import.meta.url),
  gate: sessionGate,
  routes: (means) => identityRoutes(identityMeans(means)),
  crons: (means) => [
    {
      name: "identity.forget-ended-sessions",
      pattern: "17 3 * * *",
      run: ({ tx }) => deleteEndedSessions(tx, means.clock.now()),
    },
  ],
  firstVisit: operatorInvitation,
  seedDemo,
  backup: { leavesOut: ["auth.session", "auth.verification"] },
};
