import { z } from "zod";
import { Id, Instant, Locale } from "../platform/shapes.ts";
import { BothNames, OrganisationKind, Password, PersonName, RoleName, Username } from "./shapes.ts";

/** How the screens look; `auto` follows the device. */
export const Theme = z.enum(["auto", "light", "dark"]);
export type Theme = z.output<typeof Theme>;

/** The person who is signed in. */
export const Me = z.strictObject({
  id: Id,
  name: z.string().max(60),
  username: z.string().max(60),
  locale: Locale,
  theme: Theme,
  hasPassword: z.boolean(),
  memberships: z
    .array(
      z.strictObject({
        organisation: z.strictObject({
          id: Id,
          kind: OrganisationKind,
          name: BothNames,
          slug: z.string().max(20),
        }),
        role: RoleName,
      }),
    )
    .max(100),
});
export type Me = z.output<typeof Me>;

export const DemoAccount = z.strictObject({
  /** What `POST /demo/sign-in` takes. */
  account: z.string().max(40),
  name: z.string().max(60),
  role: RoleName,
  organisation: BothNames,
});
export type DemoAccount = z.output<typeof DemoAccount>;

/** What the web app asks first: who is here, and what kind of installation this is. */
export const Session = z.strictObject({
  me: Me.nullable(),
  isDemo: z.boolean(),
  /** Empty unless this is a demonstration. */
  demoAccounts: z.array(DemoAccount).max(20),
  /** Nobody operates it yet: the one-time address makes the first account. */
  isNew: z.boolean(),
  serverNow: Instant,
});
export type Session = z.output<typeof Session>;

export const SignInRequest = z.strictObject({
  username: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(128),
});
export type SignInRequest = z.output<typeof SignInRequest>;

export const EditMeRequest = z.strictObject({
  name: PersonName.optional(),
  locale: Locale.optional(),
  theme: Theme.optional(),
});
export type EditMeRequest = z.output<typeof EditMeRequest>;

export const ChangePasswordRequest = z.strictObject({
  /** Left out by those who joined by a code and have none yet. */
  current: z.string().min(1).max(128).optional(),
  password: Password,
});
export type ChangePasswordRequest = z.output<typeof ChangePasswordRequest>;

/** The first account of a new installation, made at the address that its first start printed. */
export const MakeOperatorRequest = z.strictObject({
  invitation: z.string().min(1).max(200),
  organisation: BothNames,
  name: PersonName,
  username: Username,
  password: Password,
  locale: Locale,
});
export type MakeOperatorRequest = z.output<typeof MakeOperatorRequest>;
