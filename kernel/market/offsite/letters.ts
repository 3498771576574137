/**
 * Letters to buyers who asked for them (market.md E19): some answer, few ask for no more, and who
 * is written to too often answers less and leaves sooner.
 */
import { ofCents } from "../books/dollars.ts";
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { Parameters } from "../parameters/parameters.ts";
import { sourceOf } from "./channel.ts";
import { promote } from "./outreach.ts";

const mail = sourceOf("mail");
const leaveAt = address(purpose.mailLeave);
const week = 7;

/** Letters of a store to a market in the last seven days, today's too. */
export function lettersBefore(
  { state, engineDay }: DecisionContext,
  store: number,
  market: number,
): number {
  const { columns, rows } = state.tables.outreach;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.channel[row] !== mail || columns.store[row] !== store) continue;
    if (columns.market[row] === market && columns.until[row]! > engineDay - week) count++;
  }
  return count;
}

/** What letters to so many readers cost, minor units of the books. */
export function letterCost(context: DecisionContext, readers: number): number {
  const cents = Math.ceil((readers * context.world.parameters["mail.perMilleUsd"]) / 10);
  return ofCents(context, cents);
}

/** Writes to everybody on the list of a market today. */
export function sendLetter(
  context: DecisionContext,
  store: number,
  number: number,
  market: number,
  fitMilli: number,
): void {
  const { state, engineDay } = context;
  const readers = state.mailList[store * state.sizes.markets + market]!;
  promote(context, {
    store,
    number,
    channel: mail,
    market,
    from: engineDay,
    until: engineDay,
    spendMinor: letterCost(context, readers),
    fitMilli,
    subject: readers,
    earlier: lettersBefore(context, store, market),
  });
}

/** Share of the readers who come, by how good the letter is and how many came before it. */
export function responseOf(p: Parameters, fitMilli: number, earlier: number): number {
  const [least, most] = [p["mail.responseLeast"], p["mail.responseMost"]];
  let response = least + ((most - least) * fitMilli) / 1000;
  for (let letter = 0; letter < earlier; letter++) response *= p["mail.tired"];
  return response;
}

/** Share of the readers who ask for no more. */
export function leavingOf(p: Parameters, fitMilli: number, earlier: number): number {
  const [least, most] = [p["mail.leaveLeast"], p["mail.leaveMost"]];
  const annoyed = 1 - fitMilli / 1000 + earlier * (1 - p["mail.tired"]);
  return least + (most - least) * Math.min(1, annoyed);
}

/** Takes off the lists who asked for no more letters today; gives them by store and market. */
export function loseReaders({ state, world, key, engineDay }: DecisionContext): Int32Array {
  const { stores, markets } = state.sizes;
  const left = new Int32Array(stores * markets);
  const { columns, rows } = state.tables.outreach;
  for (let row = 0; row < rows; row++) {
    if (columns.channel[row] !== mail || columns.from[row] !== engineDay) continue;
    const [store, market] = [columns.store[row]!, columns.market[row]!];
    const place = store * markets + market;
    const share = leavingOf(world.parameters, columns.fitMilli[row]!, columns.earlier[row]!);
    const readers = Math.min(columns.subject[row]!, state.mailList[place]!);
    const at = leaveAt + 64 * Math.min(1000, columns.earlier[row]!);
    const gone = binomial(readers, share, store, market, 4 * engineDay, at, key);
    left[place]! += gone;
    state.mailList[place]! -= gone;
  }
  return left;
}
