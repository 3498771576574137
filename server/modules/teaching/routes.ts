import { ok } from "@echelon/contract/platform/outcome.ts";
import { teaching } from "@echelon/contract/teaching/endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { tokenOf } from "../identity/index.ts";
import { courseRoutes } from "./course-routes.ts";
import { may } from "./may.ts";
import type { TeachingMeans } from "./means.ts";
import { addMember } from "./use-cases/add-member.ts";
import { commitRoster } from "./use-cases/commit-roster.ts";
import { editMember, removeMember, resetMemberPassword } from "./use-cases/edit-member.ts";
import { joinClass, viewJoin } from "./use-cases/join-class.ts";
import { listClasses, viewClass } from "./use-cases/list-classes.ts";
import { listMembers } from "./use-cases/list-members.ts";
import { editClass, makeClass } from "./use-cases/make-class.ts";
import {
  drawJoinCode,
  endJoinCode,
  listJoinCodes,
  makeJoinCode,
} from "./use-cases/make-join-code.ts";
import { previewRoster } from "./use-cases/preview-roster.ts";
import { writeRosterTemplate } from "./use-cases/write-roster-template.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const teachingRoutes = (means: TeachingMeans): readonly Route[] => [
  ...classRoutes(means),
  ...memberRoutes(means),
  ...joinRoutes(means),
  ...rosterRoutes(means),
  ...courseRoutes(means),
];

const classRoutes = (means: TeachingMeans): Route[] => [
  route({
    ...teaching.classes,
    allows: may.attend,
    run: ({ caller, asks }) => listClasses(means, caller, asks.archived === "true"),
  }),
  route({
    ...teaching.makeClass,
    allows: may.teach,
    run: ({ caller, body }) => makeClass(means, caller, body),
  }),
  route({
    ...teaching.class,
    allows: may.attend,
    run: ({ caller, where }) => viewClass(means, caller, where.class),
  }),
  route({
    ...teaching.editClass,
    allows: may.teach,
    run: ({ caller, where, body }) => editClass(means, caller, where.class, body),
  }),
];

const memberRoutes = (means: TeachingMeans): Route[] => [
  route({
    ...teaching.members,
    allows: may.attend,
    run: ({ caller, where }) => listMembers(means, caller, where.class),
  }),
  route({
    ...teaching.addMember,
    allows: may.teach,
    run: ({ caller, where, body }) => addMember(means, caller, where.class, body),
  }),
  route({
    ...teaching.editMember,
    allows: may.teach,
    run: ({ caller, where, body }) => editMember(means, caller, where, body),
  }),
  route({
    ...teaching.removeMember,
    allows: may.teach,
    run: ({ caller, where }) => removeMember(means, caller, where),
  }),
  route({
    ...teaching.resetMemberPassword,
    allows: may.teach,
    run: ({ caller, where }) => resetMemberPassword(means, caller, where),
  }),
];

const joinRoutes = (means: TeachingMeans): Route[] => [
  route({
    ...teaching.joinCodes,
    allows: may.lead,
    run: ({ caller, where, header }) => listJoinCodes(means, caller, where.class, header("host")),
  }),
  route({
    ...teaching.makeJoinCode,
    allows: may.teach,
    run: ({ caller, where, body, header }) =>
      makeJoinCode(means, caller, where.class, body, header("host")),
  }),
  route({
    ...teaching.endJoinCode,
    allows: may.teach,
    run: ({ caller, where }) => endJoinCode(means, caller, where),
  }),
  route({
    ...teaching.joinCodeImage,
    allows: may.lead,
    run: async ({ caller, where, header }) => {
      const drawn = await drawJoinCode(means, caller, where, header("host"));
      return drawn.ok ? ok({ body: drawn.value, mediaType: "image/svg+xml" }) : drawn;
    },
  }),
  route({
    ...teaching.joinView,
    allows: anyone,
    run: ({ where, address }) => viewJoin(means, where.code, address),
  }),
  route({
    ...teaching.join,
    allows: anyone,
    run: async ({ caller, body, address, header, answerHeader }) => {
      const earlier = tokenOf(means.config, means.secrets.root, header("cookie"));
      const visitor = { address, agent: header("user-agent"), earlier };
      const joined = await joinClass(means, caller, body, visitor);
      if (!joined.ok) return joined;
      const { cookie, ...answer } = joined.value;
      if (cookie !== null) answerHeader("set-cookie", cookie);
      return ok(answer);
    },
  }),
];

const rosterRoutes = (means: TeachingMeans): Route[] => [
  route({
    ...teaching.rosterTemplate,
    allows: may.teach,
    bucket: "heavy-work",
    run: async ({ caller, where, asks }) => {
      const written = await writeRosterTemplate(means, caller, where.class, asks.language);
      if (!written.ok) return written;
      return ok({ body: written.value.bytes, name: written.value.name, mediaType: xlsx });
    },
  }),
  route({
    ...teaching.previewRoster,
    allows: may.teach,
    bucket: "heavy-work",
    run: ({ caller, where, upload }) => previewRoster(means, caller, where.class, upload),
  }),
  route({
    ...teaching.commitRoster,
    allows: may.teach,
    run: ({ caller, where, body }) => commitRoster(means, caller, where, body),
  }),
];
