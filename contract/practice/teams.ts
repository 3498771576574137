import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import { ofSeason, ofStore, seasonRefusals, storeRefusals } from "./paths.ts";
import { Count, Minor, SeasonDay, StoreNumber } from "./shapes.ts";
import { teamAreas } from "./team-areas.ts";

/** What a member says of another one after a round. */
export const PeerMark = z.strictObject({
  person: Id,
  /** Of 20 that are shared out among the others. */
  points: z.int().min(0).max(20),
  mark: z.int().min(1).max(5),
  reason: z.string().trim().max(400),
});
export type PeerMark = z.output<typeof PeerMark>;

/** The last closed round, the others of the team, and what the caller said of them. */
export const PeerReviewView = z.strictObject({
  /** 0 before a round has closed. */
  round: Count,
  mates: z.array(z.strictObject({ person: Id, name: z.string().max(80) })).max(5),
  given: z.array(PeerMark).max(5).nullable(),
});
export type PeerReviewView = z.output<typeof PeerReviewView>;

/** Who did what in the teams of a season, for its teacher; no number of it changes a score. */
export const ContributionsView = z.strictObject({
  /** The last closed day. */
  day: SeasonDay,
  people: z
    .array(
      z.strictObject({
        person: Id,
        name: z.string().max(80),
        store: StoreNumber,
        storeName: z.string().max(40),
        members: Count,
        decisions: Count,
        /** Hours of training that were logged, and shifts that were taken: they grade nothing. */
        trainingHours: Count,
        shifts: Count,
        isCaptain: z.boolean(),
        /** Areas that the team gave to this member, and what a decision may cost: null any. */
        areas: z.array(z.enum(teamAreas)).max(teamAreas.length),
        limitMinor: Minor.nullable(),
        /** Of the team's weighed work; null where the team has decided nothing. */
        shareBp: z.int().min(0).max(10_000).nullable(),
        /** Below a tenth of an equal part over two rounds, or above 70 % in a team of three. */
        flag: z.enum(["idle", "leads-alone"]).nullable(),
        /** From the points of the others, thousandths: 800 to 1,100; null without reviews. */
        factorMilli: z.int().nullable(),
        /** Mean of the marks, thousandths. */
        meanMarkMilli: z.int().nullable(),
        said: z
          .array(
            z.strictObject({
              round: Count,
              author: z.string().max(80),
              points: Count,
              mark: Count,
              reason: z.string().max(400),
            }),
          )
          .max(500),
      }),
    )
    .max(6_000),
});
export type ContributionsView = z.output<typeof ContributionsView>;

/** Teams: each person's part of the work, and what members say of each other. */
export const teamEndpoints = endpoints({
  contributions: {
    does: "GET /practice/seasons/:season/contributions",
    where: ofSeason,
    gives: ContributionsView,
    refuses: seasonRefusals,
  },
  peerReview: {
    does: "GET /practice/seasons/:season/stores/:store/peer-review",
    where: ofStore,
    gives: PeerReviewView,
    refuses: storeRefusals,
  },
  reviewPeers: {
    does: "PUT /practice/seasons/:season/stores/:store/peer-review",
    where: ofStore,
    takes: z.strictObject({
      round: z.int().min(1).max(400),
      marks: z.array(PeerMark).min(1).max(5),
    }),
    gives: PeerReviewView,
    refuses: [
      ...storeRefusals,
      "practice/own-review",
      "practice/no-such-teammate",
      "practice/points-unshared",
      "practice/round-not-closed",
    ],
  },
});
