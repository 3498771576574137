import type { CompanyView } from "@echelon/contract/practice/company.ts";
import { leadSavedBy, strengthOf } from "@echelon/kernel/market/company/crews.ts";
import { levelAfter, levelHours, levelWork } from "@echelon/kernel/market/company/shifts.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { type Role, roles } from "@echelon/kernel/market/state/state.ts";
import { noticeKinds } from "@echelon/kernel/market/state/tables.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { noticesOfKinds } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { type Author, knowAuthor } from "./know-author.ts";
import { authorsOf } from "./name-authors.ts";
import type { Desk } from "./open-desk.ts";

type Shifts = NonNullable<CompanyView["shifts"]>;

const rowsMax = 60;
const authorsMax = 20;

/** The notice that says what shifts of a role brought. */
const noticeOf = {
  service: noticeKinds.indexOf("shift-answered"),
  operations: noticeKinds.indexOf("shift-hastened"),
} as const satisfies Record<Role, number>;

/** Shifts that the team took, the training behind them, and what the caller could do today. */
export async function viewShifts(
  means: PracticeMeans,
  desk: Desk,
  caller: string,
): Promise<Shifts | null> {
  const { database } = means;
  const { season, number, row, world } = desk;
  if (!world.source.scenario.modules.company) return null;
  const spans = lineage(await readBranches(database, season), row.branch);
  const read = (kind: "cover-shift" | "log-training") =>
    storeDecisions(database, season, number, kind, spans);
  const shifts = ofKind(await read("cover-shift"), "cover-shift");
  const learnt = ofKind(await read("log-training"), "log-training").slice(0, rowsMax);
  const people = [...shifts, ...learnt].map(({ author_id: author }) => author);
  const names = await authorsOf(database, desk, people);
  const nameOf = ({ author_id: author }: { author_id: string }) => names.get(author) ?? "";
  const notices = await noticesOfKinds(database, season, number, Object.values(noticeOf), rowsMax);
  return {
    own: desk.isMine ? ownView(desk, await knowAuthor(database, row, caller)) : null,
    today: shifts
      .filter(({ day }) => day === row.day)
      .toReversed()
      .slice(0, authorsMax)
      .map((one) => ({
        author: nameOf(one),
        role: one.decision.role,
        level: one.decision.level,
      })),
    closed: notices.map(({ day, kind, value }) => {
      const role = roles.find((one) => noticeOf[one] === kind)!;
      const took = shifts.filter((one) => one.day === day && one.decision.role === role);
      const authors = took.toReversed().slice(0, authorsMax).map(nameOf);
      return { day, role, authors, brought: value };
    }),
    training: learnt.map((one) => ({
      day: one.day,
      author: nameOf(one),
      topic: one.decision.topic,
      hours: one.decision.hours,
    })),
    levelHours: levelHours(world),
    perDayMax: decisionLimits.shiftsPerStoreDayMax,
  };
}

function ownView({ context, world, number }: Desk, author: Author): NonNullable<Shifts["own"]> {
  const level = levelAfter(world, author.hours);
  const more = levelWork(world, level);
  const added = (role: Role, doing: (strength: number) => number) => {
    const now = strengthOf(context, number, role);
    return doing(now + more) - doing(now);
  };
  return {
    ...author,
    level,
    nextHours: hoursToNext(world, level, author.hours),
    adds: {
      service: added("service", (strength) =>
        Math.floor(world.parameters["service.perHead"] * strength),
      ),
      operations: added("operations", (strength) =>
        Math.round(10_000 * leadSavedBy(world, strength)),
      ),
    },
  };
}

const hoursToNext = (world: World, level: number, hours: number) =>
  level === world.parameters["crew.levelMost"] ? null : level * levelHours(world) - hours;
