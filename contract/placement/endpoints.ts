import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import {
  AppealDecision,
  AppealRequest,
  ChoicesRequest,
  MakeRoundRequest,
  MarkRequest,
  OwnRound,
  PlaceDesk,
  PlaceDraft,
  PlaceView,
  PolicyMark,
  RoundHead,
  RoundRules,
  RoundStep,
  RoundView,
} from "./rounds.ts";

const ofRound = z.strictObject({ round: Id });
const ofPlace = z.strictObject({ place: Id });

export const placement = endpoints({
  /** Rounds that the caller runs, offers places in, or may rank places of. */
  rounds: { does: "GET /placement/rounds", gives: z.array(RoundHead), refuses: [] },
  makeRound: {
    does: "POST /placement/rounds",
    takes: MakeRoundRequest,
    gives: RoundHead,
    refuses: ["placement/no-such-round", "placement/not-yours-to-run", "placement/round-full"],
  },
  round: {
    does: "GET /placement/rounds/:round",
    where: ofRound,
    gives: RoundView,
    refuses: ["placement/no-such-round"],
  },
  setRules: {
    does: "PUT /placement/rounds/:round/rules",
    where: ofRound,
    takes: RoundRules,
    gives: RoundView,
    refuses: [
      "placement/no-such-round",
      "placement/no-such-place",
      "placement/wrong-state",
      "placement/round-changed",
      "placement/regions-not-nested",
      "placement/rules-unsound",
    ],
  },
  step: {
    does: "POST /placement/rounds/:round/step",
    where: ofRound,
    takes: z.strictObject({ to: RoundStep }),
    gives: RoundView,
    refuses: [
      "placement/no-such-round",
      "placement/wrong-state",
      "placement/no-places",
      "placement/no-agreement",
      "placement/regions-not-nested",
      "placement/rules-unsound",
      "placement/lottery-not-committed",
      "placement/instance-changed",
      "placement/not-stable",
      "placement/appeals-open",
    ],
  },
  setPolicy: {
    does: "PUT /placement/rounds/:round/applicants/:person",
    where: z.strictObject({ round: Id, person: Id }),
    takes: PolicyMark,
    gives: nothing,
    refuses: ["placement/no-such-round", "placement/no-such-applicant", "placement/wrong-state"],
  },
  decideAppeal: {
    does: "POST /placement/appeals/:appeal/decision",
    where: z.strictObject({ appeal: Id }),
    takes: AppealDecision,
    gives: nothing,
    refuses: ["placement/no-such-appeal", "placement/appeal-decided"],
  },
  /** The published instance: anybody may match it again. */
  instance: {
    does: "GET /placement/rounds/:round/instance",
    where: ofRound,
    gives: download("application/json"),
    refuses: ["placement/no-such-round"],
    anonymous: true,
  },
  /** Places of the caller's organizations. */
  places: { does: "GET /placement/places", gives: z.array(PlaceDesk), refuses: [] },
  addPlace: {
    does: "POST /placement/rounds/:round/places",
    where: ofRound,
    takes: PlaceDraft.extend({ organisation: Id }),
    gives: PlaceView,
    refuses: [
      "placement/no-such-round",
      "placement/not-your-place",
      "placement/wrong-state",
      "placement/round-full",
      "placement/no-such-competency",
      "placement/least-over-capacity",
    ],
  },
  editPlace: {
    does: "PUT /placement/places/:place",
    where: ofPlace,
    takes: PlaceDraft,
    gives: PlaceView,
    refuses: [
      "placement/no-such-place",
      "placement/wrong-state",
      "placement/no-such-competency",
      "placement/least-over-capacity",
    ],
  },
  dropPlace: {
    does: "DELETE /placement/places/:place",
    where: ofPlace,
    gives: nothing,
    refuses: ["placement/no-such-place", "placement/wrong-state"],
  },
  /** The organization agrees to take whom the round gives it, or takes that back. */
  agree: {
    does: "PUT /placement/places/:place/agreement",
    where: ofPlace,
    takes: z.strictObject({ isAgreed: z.boolean() }),
    gives: PlaceView,
    refuses: ["placement/no-such-place", "placement/wrong-state"],
  },
  mark: {
    does: "PUT /placement/places/:place/applicants/:person",
    where: z.strictObject({ place: Id, person: Id }),
    takes: MarkRequest,
    gives: nothing,
    refuses: ["placement/no-such-place", "placement/no-such-applicant", "placement/wrong-state"],
  },
  own: {
    does: "GET /placement/rounds/:round/own",
    where: ofRound,
    gives: OwnRound,
    refuses: ["placement/no-such-round"],
  },
  choose: {
    does: "PUT /placement/rounds/:round/own",
    where: ofRound,
    takes: ChoicesRequest,
    gives: OwnRound,
    refuses: [
      "placement/no-such-round",
      "placement/choices-closed",
      "placement/list-too-long",
      "placement/choice-twice",
      "placement/place-not-open",
      "placement/under-floor",
      "placement/round-changed",
    ],
  },
  appeal: {
    does: "POST /placement/rounds/:round/own/appeal",
    where: ofRound,
    takes: AppealRequest,
    gives: OwnRound,
    refuses: ["placement/no-such-round", "placement/wrong-state", "placement/appealed"],
  },
});
