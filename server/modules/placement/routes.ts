import { placement } from "@echelon/contract/placement/endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { appealPlacing, choosePlaces } from "./use-cases/choose-places.ts";
import { decideAppeal, makeRound, setPolicy, setRules } from "./use-cases/lead-round.ts";
import {
  addPlace,
  agreeToPlace,
  dropPlace,
  editPlace,
  markApplicant,
  viewPlaces,
} from "./use-cases/offer-places.ts";
import { stepRound } from "./use-cases/step-round.ts";
import { downloadInstance, viewOwnRound, viewRound, viewRounds } from "./use-cases/view-rounds.ts";

const runRoutes = (means: Means): readonly Route[] => [
  route({ ...placement.rounds, allows: may.see, run: ({ caller }) => viewRounds(means, caller) }),
  route({
    ...placement.makeRound,
    allows: may.run,
    run: ({ caller, body }) => makeRound(means, caller, body),
  }),
  route({
    ...placement.round,
    allows: may.run,
    run: ({ caller, where }) => viewRound(means, caller, where.round),
  }),
  route({
    ...placement.setRules,
    allows: may.run,
    run: ({ caller, where, body }) => setRules(means, caller, where.round, body),
  }),
  route({
    ...placement.step,
    allows: may.run,
    run: ({ caller, where, body }) => stepRound(means, caller, where.round, body.to),
  }),
  route({
    ...placement.setPolicy,
    allows: may.run,
    run: ({ caller, where, body }) => setPolicy(means, caller, where.round, where.person, body),
  }),
  route({
    ...placement.decideAppeal,
    allows: may.run,
    run: ({ caller, where, body }) => decideAppeal(means, caller, where.appeal, body),
  }),
  route({
    ...placement.instance,
    allows: anyone,
    run: ({ where }) => downloadInstance(means, where.round),
  }),
];

const placeRoutes = (means: Means): readonly Route[] => [
  route({
    ...placement.places,
    allows: may.offer,
    run: ({ caller }) => viewPlaces(means, caller),
  }),
  route({
    ...placement.addPlace,
    allows: may.offer,
    run: ({ caller, where, body }) => addPlace(means, caller, where.round, body),
  }),
  route({
    ...placement.editPlace,
    allows: may.offer,
    run: ({ caller, where, body }) => editPlace(means, caller, where.place, body),
  }),
  route({
    ...placement.dropPlace,
    allows: may.offer,
    run: ({ caller, where }) => dropPlace(means, caller, where.place),
  }),
  route({
    ...placement.agree,
    allows: may.offer,
    run: ({ caller, where, body }) => agreeToPlace(means, caller, where.place, body.isAgreed),
  }),
  route({
    ...placement.mark,
    allows: may.offer,
    run: ({ caller, where, body }) => markApplicant(means, caller, where.place, where.person, body),
  }),
];

export const placementRoutes = (means: Means): readonly Route[] => [
  ...runRoutes(means),
  ...placeRoutes(means),
  route({
    ...placement.own,
    allows: may.choose,
    run: ({ caller, where }) => viewOwnRound(means, caller, where.round),
  }),
  route({
    ...placement.choose,
    allows: may.choose,
    run: ({ caller, where, body }) => choosePlaces(means, caller, where.round, body),
  }),
  route({
    ...placement.appeal,
    allows: may.choose,
    run: ({ caller, where, body }) => appealPlacing(means, caller, where.round, body),
  }),
];
