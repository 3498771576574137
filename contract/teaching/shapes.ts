import { z } from "zod";
import { BothNames, Password, PersonName, PersonNumber } from "../identity/shapes.ts";
import { Me } from "../identity/session.ts";
import { Id, Instant, Locale, nameOf } from "../platform/shapes.ts";

export const ClassRole = z.enum(["student", "teacher", "assistant", "mentor"]);
export type ClassRole = z.output<typeof ClassRole>;

export const classMembersMax = 400;

export const ClassName = nameOf(40);
/** As the school calls it: `2026–2027 第一学期`. */
export const Term = z.string().trim().max(40);

export const ClassView = z.strictObject({
  id: Id,
  school: z.strictObject({ id: Id, name: BothNames }),
  name: z.string().max(40),
  term: z.string().max(40),
  /** Language that those who join start in. */
  locale: Locale,
  isArchived: z.boolean(),
  students: z.int().min(0),
  madeAt: Instant,
  /** The caller's own role in it; null for the school's head, who only looks. */
  myRole: ClassRole.nullable(),
  /** The caller may change members, codes and passwords. */
  mayTeach: z.boolean(),
});
export type ClassView = z.output<typeof ClassView>;

export const MakeClassRequest = z.strictObject({
  school: Id,
  name: ClassName,
  term: Term.optional(),
  locale: Locale.optional(),
});
export type MakeClassRequest = z.output<typeof MakeClassRequest>;

export const EditClassRequest = z.strictObject({
  name: ClassName.optional(),
  term: Term.optional(),
  locale: Locale.optional(),
  isArchived: z.boolean().optional(),
});
export type EditClassRequest = z.output<typeof EditClassRequest>;

export const ClassMember = z.strictObject({
  person: Id,
  name: z.string().max(60),
  role: ClassRole,
  /** Null for those who may not see it: a student sees names and roles only. */
  username: z.string().max(60).nullable(),
  number: z.string().max(32).nullable(),
  joinedAt: Instant,
  how: z.enum(["code", "roster", "added", "made"]),
  hasPassword: z.boolean(),
  lastSeenAt: Instant.nullable(),
});
export type ClassMember = z.output<typeof ClassMember>;

export const AddMemberRequest = z.strictObject({
  username: z.string().trim().min(1).max(80),
  role: ClassRole,
});
export type AddMemberRequest = z.output<typeof AddMemberRequest>;

export const EditMemberRequest = z.strictObject({
  role: ClassRole.optional(),
  name: PersonName.optional(),
  number: PersonNumber.nullable().optional(),
});
export type EditMemberRequest = z.output<typeof EditMemberRequest>;

/**
 * Eight characters that cannot be taken for one another; typed in any case, with or without dash.
 */
export const JoinCode = z
  .string()
  .transform((typed) => typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/));

export const joinUsesMax = 2_000;
export const joinUrlsMax = 8;

export const JoinCodeView = z.strictObject({
  code: z.string().max(8),
  role: ClassRole,
  used: z.int().min(0),
  usesMax: z.int().min(1),
  expiresAt: Instant,
  isOpen: z.boolean(),
  /**
   * What the QR code says, reachable from the caller's network: `http://192.168.1.20:4100/join/…`.
   */
  url: z.string().max(300),
  /** The same by this computer's other addresses, where it has several and listens on all. */
  otherUrls: z.array(z.string().max(300)).max(joinUrlsMax),
});
export type JoinCodeView = z.output<typeof JoinCodeView>;

export const MakeJoinCodeRequest = z.strictObject({
  role: ClassRole.optional(),
  usesMax: z.int().min(1).max(joinUsesMax).optional(),
  days: z.int().min(1).max(180).optional(),
});
export type MakeJoinCodeRequest = z.output<typeof MakeJoinCodeRequest>;

/** What a code opens, for whoever holds it. */
export const JoinView = z.strictObject({
  class: z.string().max(40),
  school: BothNames,
  role: ClassRole,
  locale: Locale,
});
export type JoinView = z.output<typeof JoinView>;

export const JoinRequest = z.strictObject({
  code: JoinCode,
  /** A nickname will do. Left out by those who are signed in already. */
  name: PersonName.optional(),
  /** Of the school's roster; who has none gets a generated username. */
  number: PersonNumber.optional(),
  password: Password.optional(),
  locale: Locale.optional(),
});
export type JoinRequest = z.output<typeof JoinRequest>;

export const Joined = z.strictObject({ class: Id, me: Me });
export type Joined = z.output<typeof Joined>;
