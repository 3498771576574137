import { z } from "zod";
import { Id, Instant, Locale, nameOf, PlainDate } from "../platform/shapes.ts";

/** A name in both languages; where only one is known, both fields hold it. */
export const BothNames = z.strictObject({
  zh: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
});
export type BothNames = z.output<typeof BothNames>;

/** A person's one display name; a Chinese name is family name first and never split. */
export const PersonName = nameOf(60);

/** `<organisation's slug>.<number>`, or any such word; compared in lower case. */
export const Username = z.string().regex(/^[a-z0-9][a-z0-9._]{2,58}[a-z0-9]$/);

/** 学号 or 工号: text, because leading zeros count. Half-width, no spaces inside. */
export const PersonNumber = z.string().regex(/^[A-Za-z0-9._-]{1,32}$/);

/**
 * Long enough to resist guessing, short enough to hash; what is weak is refused by the use case.
 */
export const Password = z.string().min(8).max(128);

export const OrganisationKind = z.enum([
  "school",
  "enterprise",
  "association",
  "government",
  "operator",
]);
export type OrganisationKind = z.output<typeof OrganisationKind>;

export const RoleName = z.enum([
  "student",
  "teacher",
  "assistant",
  "mentor",
  "head",
  "planner",
  "officer",
  "operator",
]);
export type RoleName = z.output<typeof RoleName>;

/** Which roles there are in which kind of organisation. */
export const rolesOfKind: Readonly<Record<OrganisationKind, readonly RoleName[]>> = {
  school: ["student", "teacher", "assistant", "head", "planner"],
  enterprise: ["mentor", "officer"],
  association: ["officer", "planner"],
  government: ["officer", "planner"],
  operator: ["operator"],
};

export const OrganisationView = z.strictObject({
  id: Id,
  kind: OrganisationKind,
  name: BothNames,
  /** Begins the usernames of its people: `zhijiang`. */
  slug: z.string().max(20),
  /** People whose membership has not ended. */
  people: z.int().min(0),
  isClosed: z.boolean(),
  /** The caller may add people, change their roles and reset their passwords. */
  mayManage: z.boolean(),
});
export type OrganisationView = z.output<typeof OrganisationView>;

export const MakeOrganisationRequest = z.strictObject({
  kind: OrganisationKind.exclude(["operator"]),
  name: BothNames,
  slug: z.string().regex(/^[a-z][a-z0-9]{1,19}$/),
});
export type MakeOrganisationRequest = z.output<typeof MakeOrganisationRequest>;

export const EditOrganisationRequest = z.strictObject({
  name: BothNames.optional(),
  /** A closed organisation's people keep their history and can no longer act for it. */
  isClosed: z.boolean().optional(),
});
export type EditOrganisationRequest = z.output<typeof EditOrganisationRequest>;

export const PersonRow = z.strictObject({
  id: Id,
  name: z.string().max(60),
  username: z.string().max(60),
  number: z.string().max(32).nullable(),
  roles: z.array(RoleName).max(8),
  since: PlainDate,
  /** False for people who joined by a code and have not chosen a password. */
  hasPassword: z.boolean(),
  lastSeenAt: Instant.nullable(),
});
export type PersonRow = z.output<typeof PersonRow>;

export const AddPersonRequest = z.strictObject({
  name: PersonName,
  roles: z.array(RoleName).min(1).max(4),
  number: PersonNumber.optional(),
  /** Made of the slug and the number, else of the slug and six characters, when left out. */
  username: Username.optional(),
  locale: Locale.optional(),
});
export type AddPersonRequest = z.output<typeof AddPersonRequest>;

/** A generated password, told once and kept nowhere in clear. */
export const Credentials = z.strictObject({
  person: Id,
  name: z.string().max(60),
  username: z.string().max(60),
  password: z.string().max(40),
});
export type Credentials = z.output<typeof Credentials>;

/** Who changed what about a person: kept for those who answer for the organisation. */
export const AuditRecord = z.strictObject({
  id: Id,
  at: Instant,
  /** What was done: `password-reset`, `person-added`, `roles-changed`, `roster-committed`, … */
  deed: z.string().max(40),
  by: z.strictObject({ id: Id, name: z.string().max(60) }).nullable(),
  person: z.strictObject({ id: Id, name: z.string().max(60) }).nullable(),
  facts: z.record(z.string().max(40), z.union([z.string().max(400), z.number()])),
});
export type AuditRecord = z.output<typeof AuditRecord>;
