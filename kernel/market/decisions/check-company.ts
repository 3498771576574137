/** Checks of what a store decides about its office and its people. */
import { cashOf } from "../books/bookkeeping.ts";
import { crewOf, monthDays, monthWages, trainingFee } from "../company/crews.ts";
import { shiftsOfStore } from "../company/shifts.ts";
import { isRuleDue } from "../sourcing/purchases.ts";
import { citiesOf, entryCost, moveCost, officeOf, rentOf } from "../company/office.ts";
import type { CompanyDecision } from "./company-decision.ts";
import type { AfterSalesDecision, Ruling } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Of<K extends CompanyDecision["kind"]> = Extract<CompanyDecision, { readonly kind: K }>;
type PeopleDecision = Extract<
  AfterSalesDecision,
  { readonly kind: "hire-staff" | "release-staff" }
>;

const notAllowed = (field: string, value: number) => refused("value-not-allowed", { field, value });

export function checkCompany(
  context: DecisionContext,
  store: number,
  decision: CompanyDecision,
): Ruling {
  if (!context.world.source.scenario.modules.company) {
    return refused("module-off", { module: "company" });
  }
  switch (decision.kind) {
    case "set-office":
      return checkOffice(context, store, decision);
    case "train-staff":
      return checkTraining(context, store, decision);
    case "cover-shift":
      return checkShift(context, store, decision);
  }
}

function checkOffice(context: DecisionContext, store: number, decision: Of<"set-office">): Ruling {
  const { state, world, book } = context;
  const now = officeOf(context, store);
  if (decision.city === null) {
    return now === null ? refused("office-is-that", {}) : accepted(decision);
  }
  const city = citiesOf(world).find(({ id }) => id === decision.city);
  if (city === undefined) return refused("no-such-city", { city: decision.city });
  const isSame = city === now && decision.isLuxury === (state.officeIsLuxury[store] === 1);
  if (isSame) return refused("office-is-that", {});
  const rent = rentOf(context, city, decision.isLuxury, monthDays);
  const cash = cashOf(book, store);
  // Who moves in must have the first month's rent, though it is paid by the week.
  const needed = moveCost(context) + rent;
  if (cash < needed) return refused("cash-short", { cash, needed });
  const people = crewOf(state, store, "service").heads + crewOf(state, store, "operations").heads;
  const warnings = people === 0 ? [warning("office-for-nobody", { rentMinor: rent })] : [];
  return accepted(decision, -entryCost(context, city, decision.isLuxury), warnings);
}

function checkTraining(
  context: DecisionContext,
  store: number,
  decision: Of<"train-staff">,
): Ruling {
  const { state, world, book } = context;
  const { role, heads } = decision;
  const crew = crewOf(state, store, role);
  if (crew.training > 0) return refused("training-open", {});
  const p = world.parameters;
  const room = (p["crew.levelMost"] - 1) * crew.heads - crew.skill;
  if (!isWithin(heads, 1, Math.min(room, crew.heads - crew.leaving))) {
    return notAllowed("heads", heads);
  }
  const fee = trainingFee(context, heads);
  const cash = cashOf(book, store);
  if (cash < fee) return refused("cash-short", { cash, needed: fee });
  const days = p["training.days"];
  const isAll = heads === crew.heads;
  return accepted(decision, -fee, isAll ? [warning("training-leaves-nobody", { days })] : []);
}

function checkShift(context: DecisionContext, store: number, decision: Of<"cover-shift">): Ruling {
  const { state, world, shifts } = context;
  const { role, level } = decision;
  if (role === "service" && !world.source.scenario.modules.service) {
    return refused("module-off", { module: "service" });
  }
  if (!isWithin(level, 1, world.parameters["crew.levelMost"])) return notAllowed("level", level);
  const most = limits.shiftsPerStoreDayMax;
  if (shiftsOfStore(shifts, store) >= most) return refused("shift-cap", { max: most });
  // Today's are answered before those that wait: where none waits, the others kept up yesterday.
  if (role === "service") {
    const isIdle = state.waitingQuestions[store] === 0;
    return accepted(decision, 0, isIdle ? [warning("no-question-waits")] : []);
  }
  const warnings = isRuleDue(state, store) ? [] : [warning("nothing-to-hasten")];
  return accepted(decision, 0, warnings);
}

/** Hiring and giving notice, once it is known that the season has such people. */
export function checkPeople(
  context: DecisionContext,
  store: number,
  decision: PeopleDecision,
): Ruling {
  const { state, world, book } = context;
  const { role, heads } = decision;
  const crew = crewOf(state, store, role);
  if (decision.kind === "release-staff") {
    // One day is kept for all who leave: a second notice would put off the first.
    if (crew.leaving > 0) return refused("notice-open", {});
    return isWithin(heads, 1, crew.heads) ? accepted(decision) : notAllowed("heads", heads);
  }
  const level = decision.level ?? 1;
  const { company } = world.source.scenario.modules;
  if (!company && level !== 1) return refused("module-off", { module: "company" });
  if (!isWithin(level, 1, world.parameters["crew.levelMost"])) return notAllowed("level", level);
  if (!isWithin(heads, 1, limits.staffMax - crew.heads)) return notAllowed("heads", heads);
  const needed = monthWages(context, store, role, heads, level);
  const cash = cashOf(book, store);
  return cash < needed ? refused("cash-short", { cash, needed }) : accepted(decision);
}
