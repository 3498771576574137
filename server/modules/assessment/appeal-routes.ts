import { appeals } from "@echelon/contract/assessment/appeal-endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { answerAppeal } from "./use-cases/answer-appeal.ts";
import { goOn, makeAppeal, withdrawAppeal } from "./use-cases/make-appeal.ts";
import { fillSeats, recuse } from "./use-cases/seat-panel.ts";
import { listAppeals, viewFile, viewOwnAppeals } from "./use-cases/view-appeals.ts";

export const appealRoutes = (means: Means): readonly Route[] => [
  route({
    ...appeals.mine,
    allows: anyone,
    run: ({ caller }) => viewOwnAppeals(means, caller),
  }),
  route({
    ...appeals.make,
    allows: may.contest,
    run: ({ caller, where, body }) => makeAppeal(means, caller, where.decision, body),
  }),
  route({
    ...appeals.goOn,
    allows: may.contest,
    run: ({ caller, where, body }) => goOn(means, caller, where.appeal, body.text),
  }),
  route({
    ...appeals.withdraw,
    allows: may.contest,
    run: ({ caller, where }) => withdrawAppeal(means, caller, where.appeal),
  }),
  route({
    ...appeals.list,
    allows: may.hearAppeals,
    run: ({ caller }) => listAppeals(means, caller),
  }),
  route({
    ...appeals.file,
    allows: anyone,
    run: ({ caller, where }) => viewFile(means, caller, where.appeal),
  }),
  route({
    ...appeals.answer,
    allows: may.hearAppeals,
    run: ({ caller, where, body }) => answerAppeal(means, caller, where.appeal, body),
  }),
  route({
    ...appeals.recuse,
    allows: may.hearAppeals,
    run: ({ caller, where, body }) => recuse(means, caller, where.appeal, body.text),
  }),
  route({
    ...appeals.fillSeats,
    allows: may.seatPanels,
    run: ({ caller, where }) => fillSeats(means, caller, where.appeal),
  }),
];
