/**
 * Letters to buyers who asked for them (market.md E19): some answer, few ask for no more, and who
 * is written to too often answers less and leaves sooner. A mailing has one letter, or two between
 * which chance divides the readers.
 */
import { ofCents } from "../books/dollars.ts";
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { SecondLetter } from "../decisions/decision.ts";
import type { Parameters } from "../parameters/parameters.ts";
import { sourceOf } from "./channel.ts";
import { promote } from "./outreach.ts";

const mail = sourceOf("mail");
const leaveAt = address(purpose.mailLeave);
const leaveSecondAt = address(purpose.mailLeaveSecond);
const splitAt = address(purpose.mailSplit);
const week = 7;

/** Mailings of a store to a market in the last seven days, today's too. */
export function lettersBefore(
  { state, engineDay }: DecisionContext,
  store: number,
  market: number,
): number {
  const { columns, rows } = state.tables.outreach;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.channel[row] !== mail || columns.store[row] !== store) continue;
    if (columns.market[row] !== market || columns.until[row]! <= engineDay - week) continue;
    if (!isSecondLetter(columns, row)) count++;
  }
  return count;
}

type OutreachColumns = DecisionContext["state"]["tables"]["outreach"]["columns"];

const ofMailing = ["store", "number", "channel", "market", "from", "earlier"] as const;

/**
 * Whether a row is the second letter of the mailing that the row before it began: of the next
 * mailing one more had come before.
 */
export const isSecondLetter = (columns: OutreachColumns, row: number): boolean =>
  row > 0 && ofMailing.every((name) => columns[name][row] === columns[name][row - 1]);

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
  { fitMilli, second }: { readonly fitMilli: number; readonly second?: SecondLetter | undefined },
): void {
  const { state, engineDay, key } = context;
  const readers = state.mailList[store * state.sizes.markets + market]!;
  const earlier = lettersBefore(context, store, market);
  const cost = letterCost(context, readers);
  const send = (fit: number, subject: number, spendMinor: number) =>
    promote(context, {
      store,
      number,
      channel: mail,
      market,
      from: engineDay,
      until: engineDay,
      spendMinor,
      fitMilli: fit,
      subject,
      earlier,
    });
  if (second === undefined) return send(fitMilli, readers, cost);
  const drawn = binomial(readers, 0.5, store, number, 4 * engineDay, splitAt, key);
  const share = readers > 0 ? Math.floor((cost * drawn) / readers) : 0;
  send(fitMilli, readers - drawn, cost - share);
  send(second.fitMilli, drawn, share);
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

/** A letter of today: one of a mailing's two, or the only one. */
export type SentLetter = {
  readonly store: number;
  /** Of the decision. */
  readonly number: number;
  readonly market: number;
  /** 0 or 1. */
  readonly arm: number;
  readonly readers: number;
  /** Share of the readers who come. */
  readonly response: number;
  /** Readers who ask for no more. */
  readonly left: number;
};

/** Takes off the lists who asked for no more letters today; gives today's letters. */
export function loseReaders({ state, world, key, engineDay }: DecisionContext): SentLetter[] {
  const { markets } = state.sizes;
  const letters: SentLetter[] = [];
  const { columns, rows } = state.tables.outreach;
  for (let row = 0; row < rows; row++) {
    if (columns.channel[row] !== mail || columns.from[row] !== engineDay) continue;
    const [store, market] = [columns.store[row]!, columns.market[row]!];
    const place = store * markets + market;
    const [fitMilli, earlier] = [columns.fitMilli[row]!, columns.earlier[row]!];
    const share = leavingOf(world.parameters, fitMilli, earlier);
    const readers = Math.min(columns.subject[row]!, state.mailList[place]!);
    const arm = isSecondLetter(columns, row) ? 1 : 0;
    const at = (arm === 1 ? leaveSecondAt : leaveAt) + 64 * Math.min(1000, earlier);
    const gone = binomial(readers, share, store, market, 4 * engineDay, at, key);
    state.mailList[place]! -= gone;
    const response = responseOf(world.parameters, fitMilli, earlier);
    const number = columns.number[row]!;
    letters.push({
      store,
      number,
      market,
      arm,
      readers: columns.subject[row]!,
      response,
      left: gone,
    });
  }
  return letters;
}
