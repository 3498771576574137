import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Id, Instant } from "../platform/shapes.ts";
import { ofStore, storeRefusals } from "./paths.ts";
import { CurrencyCode, Minor, SeasonDay } from "./shapes.ts";
import { teamAreas } from "./team-areas.ts";
import { financeMinorMax } from "./typed-limits.ts";

export const TeamArea = z.enum(teamAreas);
const Areas = z.array(TeamArea).max(teamAreas.length);
const PersonName = z.string().max(80);
/** Minor units of the books. */
const Amount = z.int().min(0).max(financeMinorMax);

/** What a member decides, and what one decision of the member may cost; null: whatever it costs. */
export const MemberRole = z.strictObject({
  person: Id,
  areas: Areas,
  limitMinor: Amount.nullable(),
});
export type MemberRole = z.output<typeof MemberRole>;

/** A line of what the team was told: who decides what, who leads, what may be spent. */
export const TeamChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("name-captain"), person: Id }),
  MemberRole.extend({ kind: z.literal("assign-roles") }),
  z.strictObject({
    kind: z.literal("set-budget"),
    area: TeamArea,
    /** Null takes the budget away. */
    amountMinor: Amount.nullable(),
  }),
]);
export type TeamChange = z.output<typeof TeamChange>;

/** Most lines of its history that a team is told, the newest. */
export const teamHistoryMax = 200;

export const TeamView = z.strictObject({
  /**
   * Two members at least are here; for who is alone nothing of this binds. A team whose names are
   * hidden from the caller is told like none.
   */
  isTeam: z.boolean(),
  mayEdit: z.boolean(),
  /** Of limits and budgets. */
  currency: CurrencyCode,
  cashMinor: Minor,
  members: z
    .array(
      z.strictObject({
        person: Id,
        name: PersonName,
        isCaptain: z.boolean(),
        areas: Areas,
        limitMinor: Amount.nullable(),
      }),
    )
    .max(6),
  areas: z
    .array(
      z.strictObject({
        area: TeamArea,
        /** Who decides in it; nobody: everybody may. */
        owners: z.array(PersonName).max(6),
        budget: z
          .strictObject({ amountMinor: Amount, spentMinor: Amount, sinceDay: SeasonDay })
          .nullable(),
      }),
    )
    .max(teamAreas.length),
  /** The newest first. */
  history: z
    .array(
      z.strictObject({
        number: z.int().min(0),
        day: SeasonDay,
        at: Instant,
        author: PersonName,
        /** Of whom it speaks; empty where it is about an area. */
        name: PersonName,
        /** Set when a rewind withdrew it: budgets are withdrawn with their days. */
        isSuperseded: z.boolean(),
        change: TeamChange,
      }),
    )
    .max(teamHistoryMax),
});
export type TeamView = z.output<typeof TeamView>;

const changeRefusals = [
  ...storeRefusals,
  "platform/not-allowed",
  "practice/season-closed",
  "practice/season-not-open",
  "practice/no-team",
  "practice/not-your-role",
  "practice/no-such-teammate",
  "practice/team-change-limit",
] as const;

/** Who decides what in a team: the captain's to say, or a teacher's. */
export const teamRoleEndpoints = endpoints({
  team: {
    does: "GET /practice/seasons/:season/stores/:store/team",
    where: ofStore,
    gives: TeamView,
    refuses: storeRefusals,
  },
  nameCaptain: {
    does: "PUT /practice/seasons/:season/stores/:store/team/captain",
    where: ofStore,
    takes: z.strictObject({ person: Id }),
    gives: TeamView,
    refuses: changeRefusals,
  },
  assignRoles: {
    does: "PUT /practice/seasons/:season/stores/:store/team/roles",
    where: ofStore,
    takes: z.strictObject({ members: z.array(MemberRole).min(1).max(6) }),
    gives: TeamView,
    refuses: changeRefusals,
  },
  setBudget: {
    does: "PUT /practice/seasons/:season/stores/:store/team/budgets",
    where: ofStore,
    takes: z.strictObject({ area: TeamArea, amountMinor: Amount.nullable() }),
    gives: TeamView,
    refuses: [...changeRefusals, "practice/cash-short"],
  },
});
