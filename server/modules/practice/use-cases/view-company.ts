import type { CompanyView } from "@echelon/contract/practice/company.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import {
  crewOf,
  leadSaved,
  monthDays,
  monthWages,
  payOf,
  strengthOf,
  trainingFee,
} from "@echelon/kernel/market/company/crews.ts";
import { citiesOf, moveCost, officeOf, rentOf } from "@echelon/kernel/market/company/office.ts";
import { type Role, roles } from "@echelon/kernel/market/state/state.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type Desk, openDesk, seasonDay } from "./open-desk.ts";
import { viewResponses } from "./view-responses.ts";
import { viewShifts } from "./view-shifts.ts";
import { viewStrategy } from "./view-strategy.ts";

/** The store's office and the cities it could be in, its people and what they bring and cost. */
export async function viewCompany(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<CompanyView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { context, world, preview, number } = desk;
  const p = world.parameters;
  const city = officeOf(context, number);
  const { company } = world.source.scenario.modules;
  return ok({
    office:
      city === null
        ? null
        : { city: city.id, isLuxury: preview.state.officeIsLuxury[number] === 1 },
    cities: (company ? citiesOf(world) : []).map((one) => ({
      id: one.id,
      name: one.name,
      rentMonthMinor: rentOf(context, one, false, monthDays),
      luxuryMonthMinor: rentOf(context, one, true, monthDays),
      wageBp: one.wageBp,
      plus: one.skillPlus,
      luxuryPlus: one.skillPlus + p["office.luxuryPlus"],
    })),
    moveMinor: moveCost(context),
    crews: company ? roles.map((role) => crewView(desk, role)) : [],
    noticeDays: p["service.noticeDays"],
    training: {
      days: p["training.days"],
      feeMinor: trainingFee(context, 1),
    },
    levelMax: p["crew.levelMost"],
    strategy: await viewStrategy(means, desk),
    shifts: await viewShifts(means, desk, caller.person),
    responses: await viewResponses(means, desk),
  });
}

function crewView(
  { context, world, preview: { state }, number: store }: Desk,
  role: Role,
): CompanyView["crews"][number] {
  const p = world.parameters;
  const crew = crewOf(state, store, role);
  const { heads, leaving, training } = crew;
  const dayOf = (engineDay: number) => seasonDay({ world }, engineDay);
  const level = (sum: number) => (heads === 0 ? 1_000 : Math.round(1_000 * (1 + sum / heads)));
  return {
    role,
    heads,
    leaving,
    leavesOn: leaving === 0 ? null : dayOf(crew.leavesOn),
    training,
    trainedOn: training === 0 ? null : dayOf(crew.trainedOn),
    skillMilli: level(crew.skill),
    payMilli: level(crew.pay),
    monthMinor: payOf(context, store, role, heads, crew.pay, monthDays),
    effect:
      role === "service"
        ? Math.floor(p["service.perHead"] * strengthOf(context, store, role))
        : Math.round(10_000 * leadSaved(context, store)),
    hireMonthMinor: Array.from({ length: p["crew.levelMost"] }, (_, above) =>
      monthWages(context, store, role, 1, above + 1),
    ),
  };
}
