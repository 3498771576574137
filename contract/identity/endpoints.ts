import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { page, pageAsk } from "../platform/paging.ts";
import { Id } from "../platform/shapes.ts";
import {
  ChangePasswordRequest,
  EditMeRequest,
  MakeOperatorRequest,
  Me,
  Session,
  SignInRequest,
} from "./session.ts";
import {
  AddPersonRequest,
  AuditRecord,
  Credentials,
  EditOrganisationRequest,
  MakeOrganisationRequest,
  OrganisationKind,
  OrganisationView,
  PersonRow,
  RoleName,
} from "./shapes.ts";

const ofOrganisation = z.strictObject({ organisation: Id });
const ofPerson = z.strictObject({ organisation: Id, person: Id });
const organisationRefusals = ["identity/no-such-organisation"] as const;
const personRefusals = ["identity/no-such-organisation", "identity/no-such-person"] as const;

export const identity = endpoints({
  session: { does: "GET /session", gives: Session, refuses: [], anonymous: true },
  signIn: {
    does: "POST /sign-in",
    takes: SignInRequest,
    gives: Session,
    refuses: ["identity/wrong-credentials", "identity/sign-in-queue"],
    anonymous: true,
  },
  /** How many wait for a sign-in to be checked: shown to those who wait. */
  signInQueue: {
    does: "GET /sign-in/queue",
    gives: z.strictObject({ waiting: z.int().min(0), seconds: z.int().min(0) }),
    refuses: [],
    anonymous: true,
  },
  signOut: { does: "POST /sign-out", gives: nothing, refuses: [], anonymous: true },
  /** One click; only in a demonstration. */
  demoSignIn: {
    does: "POST /demo/sign-in",
    takes: z.strictObject({ account: z.string().min(1).max(40) }),
    gives: Session,
    refuses: ["identity/demo-off", "identity/no-such-demo-account"],
    anonymous: true,
  },
  makeOperator: {
    does: "POST /installation/operator",
    takes: MakeOperatorRequest,
    gives: Session,
    refuses: [
      "identity/invitation-used",
      "identity/wrong-invitation",
      "identity/username-taken",
      "identity/password-weak",
      "identity/sign-in-queue",
    ],
    anonymous: true,
  },
  editMe: { does: "PATCH /me", takes: EditMeRequest, gives: Me, refuses: [] },
  /** Ends the person's other sessions. */
  changePassword: {
    does: "POST /me/password",
    takes: ChangePasswordRequest,
    gives: nothing,
    refuses: ["identity/wrong-password", "identity/password-weak", "identity/sign-in-queue"],
  },
  /** The operator sees all organisations, others their own. */
  organisations: {
    does: "GET /organisations",
    asks: z.strictObject({
      ...pageAsk,
      kind: OrganisationKind.optional(),
      q: z.string().trim().max(80).optional(),
    }),
    gives: page(OrganisationView),
    refuses: [],
  },
  makeOrganisation: {
    does: "POST /organisations",
    takes: MakeOrganisationRequest,
    gives: OrganisationView,
    refuses: ["identity/slug-taken"],
    creates: "/organisations/:id",
  },
  organisation: {
    does: "GET /organisations/:organisation",
    where: ofOrganisation,
    gives: OrganisationView,
    refuses: organisationRefusals,
  },
  editOrganisation: {
    does: "PATCH /organisations/:organisation",
    where: ofOrganisation,
    takes: EditOrganisationRequest,
    gives: OrganisationView,
    refuses: organisationRefusals,
  },
  people: {
    does: "GET /organisations/:organisation/people",
    where: ofOrganisation,
    asks: z.strictObject({
      ...pageAsk,
      role: RoleName.optional(),
      /** Part of a name, a username or a number. */
      q: z.string().trim().max(60).optional(),
    }),
    gives: page(PersonRow),
    refuses: organisationRefusals,
  },
  addPerson: {
    does: "POST /organisations/:organisation/people",
    where: ofOrganisation,
    takes: AddPersonRequest,
    gives: Credentials,
    refuses: [
      ...organisationRefusals,
      "identity/organisation-closed",
      "identity/role-not-here",
      "identity/username-taken",
      "identity/number-taken",
    ],
  },
  /** The person's roles from now on; an empty list ends the membership and the sessions. */
  setRoles: {
    does: "PUT /organisations/:organisation/people/:person/roles",
    where: ofPerson,
    takes: z.strictObject({ roles: z.array(RoleName).max(8) }),
    gives: nothing,
    refuses: [...personRefusals, "identity/role-not-here", "identity/last-operator"],
  },
  resetPassword: {
    does: "POST /organisations/:organisation/people/:person/password",
    where: ofPerson,
    gives: Credentials,
    refuses: personRefusals,
  },
  audit: {
    does: "GET /organisations/:organisation/audit",
    where: ofOrganisation,
    asks: z.strictObject(pageAsk),
    gives: page(AuditRecord),
    refuses: organisationRefusals,
  },
});
