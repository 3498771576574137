import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { Id, Locale } from "../platform/shapes.ts";
import { Credentials } from "../identity/shapes.ts";
import { fileRefusals, tableFileBytesMax } from "../exchange/files.ts";
import { courseEndpoints } from "./course-endpoints.ts";
import { CommitRosterRequest, RosterCommitted, RosterPreview } from "./roster.ts";
import {
  AddMemberRequest,
  ClassMember,
  classMembersMax,
  ClassView,
  EditClassRequest,
  EditMemberRequest,
  JoinCode,
  JoinCodeView,
  Joined,
  JoinRequest,
  JoinView,
  MakeClassRequest,
  MakeJoinCodeRequest,
} from "./shapes.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ofClass = z.strictObject({ class: Id });
const ofMember = z.strictObject({ class: Id, person: Id });
const ofCode = z.strictObject({ class: Id, code: JoinCode });
const ofImport = z.strictObject({ class: Id, import: Id });
const inClass = ["teaching/no-such-class"] as const;
const changingClass = [...inClass, "teaching/class-archived"] as const;
const withCode = [
  "teaching/no-such-code",
  "teaching/code-used-up",
  "teaching/code-expired",
] as const;

export const teaching = endpoints({
  classes: {
    does: "GET /classes",
    asks: z.strictObject({ archived: z.enum(["true", "false"]).optional() }),
    gives: z.array(ClassView).max(400),
    refuses: [],
  },
  makeClass: {
    does: "POST /classes",
    takes: MakeClassRequest,
    gives: ClassView,
    refuses: ["teaching/no-such-school", "teaching/class-name-taken"],
    creates: "/classes/:id",
  },
  class: { does: "GET /classes/:class", where: ofClass, gives: ClassView, refuses: inClass },
  editClass: {
    does: "PATCH /classes/:class",
    where: ofClass,
    takes: EditClassRequest,
    gives: ClassView,
    refuses: [...inClass, "teaching/class-name-taken"],
  },
  members: {
    does: "GET /classes/:class/members",
    where: ofClass,
    gives: z.array(ClassMember).max(classMembersMax),
    refuses: inClass,
  },
  /** Somebody who has an account already: a colleague, a mentor. */
  addMember: {
    does: "POST /classes/:class/members",
    where: ofClass,
    takes: AddMemberRequest,
    gives: ClassMember,
    refuses: [
      ...changingClass,
      "teaching/no-such-person",
      "teaching/already-member",
      "teaching/role-not-here",
      "teaching/mentor-needs-enterprise",
      "teaching/class-full",
    ],
  },
  editMember: {
    does: "PATCH /classes/:class/members/:person",
    where: ofMember,
    takes: EditMemberRequest,
    gives: ClassMember,
    refuses: [
      ...changingClass,
      "teaching/no-such-member",
      "teaching/no-such-person",
      "teaching/number-taken",
      "teaching/role-not-here",
      "teaching/mentor-needs-enterprise",
      "teaching/last-teacher",
    ],
  },
  removeMember: {
    does: "DELETE /classes/:class/members/:person",
    where: ofMember,
    gives: nothing,
    refuses: [...changingClass, "teaching/no-such-member", "teaching/last-teacher"],
  },
  /** For a student of the class who lost the way in; the password is told once. */
  resetMemberPassword: {
    does: "POST /classes/:class/members/:person/password",
    where: ofMember,
    gives: Credentials,
    refuses: [...inClass, "teaching/no-such-member"],
  },
  joinCodes: {
    does: "GET /classes/:class/codes",
    where: ofClass,
    gives: z.array(JoinCodeView).max(100),
    refuses: inClass,
  },
  makeJoinCode: {
    does: "POST /classes/:class/codes",
    where: ofClass,
    takes: MakeJoinCodeRequest,
    gives: JoinCodeView,
    refuses: [...changingClass, "teaching/code-limit"],
  },
  endJoinCode: {
    does: "DELETE /classes/:class/codes/:code",
    where: ofCode,
    gives: nothing,
    refuses: [...inClass, "teaching/no-such-code"],
  },
  joinCodeImage: {
    does: "GET /classes/:class/codes/:code/qr.svg",
    where: ofCode,
    gives: download("image/svg+xml"),
    refuses: [...inClass, "teaching/no-such-code"],
  },
  joinView: {
    does: "GET /join/:code",
    where: z.strictObject({ code: JoinCode }),
    gives: JoinView,
    refuses: withCode,
    anonymous: true,
  },
  /** Makes the person and the membership and opens the session, in one step. */
  join: {
    does: "POST /join",
    takes: JoinRequest,
    gives: Joined,
    refuses: [
      ...withCode,
      "teaching/name-missing",
      "teaching/number-taken",
      "teaching/name-not-as-listed",
      "teaching/already-member",
      "teaching/role-not-here",
      "teaching/mentor-needs-enterprise",
      "teaching/class-archived",
      "teaching/class-full",
      "identity/password-weak",
      "identity/sign-in-queue",
    ],
    anonymous: true,
  },
  rosterTemplate: {
    does: "GET /classes/:class/roster.xlsx",
    where: ofClass,
    asks: z.strictObject({ language: Locale }),
    gives: download(xlsx),
    refuses: inClass,
  },
  /** Reads the file and says what a commit would do; changes nothing. */
  previewRoster: {
    does: "POST /classes/:class/roster",
    where: ofClass,
    uploads: { field: "file", bytesMax: tableFileBytesMax },
    gives: RosterPreview,
    refuses: [...changingClass, ...fileRefusals, "teaching/roster-too-long"],
  },
  commitRoster: {
    does: "POST /classes/:class/roster/:import/commit",
    where: ofImport,
    takes: CommitRosterRequest,
    gives: RosterCommitted,
    refuses: [
      ...changingClass,
      "teaching/no-such-import",
      "teaching/import-committed",
      "teaching/import-faulty",
      "teaching/preview-stale",
      "teaching/class-full",
      "teaching/last-teacher",
    ],
  },
  ...courseEndpoints,
});
