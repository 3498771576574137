import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import type { Theme } from "@echelon/contract/identity/session.ts";

/** The account of a person, as better-auth keeps it. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Date;
  updatedAt: Date;
  username: string | null;
  displayUsername: string | null;
}

export interface SessionTable {
  id: string;
  expiresAt: Date;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  /** A hash; null for who has not chosen a password. */
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

export interface OrganisationTable {
  id: string;
  kind: OrganisationKind;
  name_zh: string;
  name_en: string;
  slug: string;
  made_at: Date;
  closed_at: Date | null;
}

export interface PersonTable {
  id: string;
  name: string;
  locale: Locale;
  theme: Theme;
  made_at: Date;
  last_seen_at: Date | null;
}

export interface MembershipTable {
  organisation_id: string;
  id: string;
  person_id: string;
  role: RoleName;
  started_on: string;
  ended_on: string | null;
}

export interface PersonNumberTable {
  organisation_id: string;
  person_id: string;
  number: string;
}

export interface AuditTable {
  organisation_id: string;
  id: string;
  at: Date;
  deed: string;
  by_id: string | null;
  person_id: string | null;
  facts: Readonly<Record<string, string | number>>;
}

export interface DemoAccountTable {
  account: string;
  place: number;
  person_id: string;
  organisation_id: string;
  role: RoleName;
}

export interface IdentityTables {
  "auth.user": UserTable;
  "auth.session": SessionTable;
  "auth.account": AccountTable;
  "auth.verification": VerificationTable;
  "identity.organisation": OrganisationTable;
  "identity.person": PersonTable;
  "identity.membership": MembershipTable;
  "identity.person_number": PersonNumberTable;
  "identity.audit": AuditTable;
  "identity.demo_account": DemoAccountTable;
}
