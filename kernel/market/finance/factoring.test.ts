import assert from "node:assert/strict";
import { test } from "node:test";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { balanceOf } from "../books/book.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { euroLog, exampleBank, play, tomorrow } from "../examples/example-finance.ts";
import { entriesOf } from "../examples/example-season.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { factorable, factoringFee } from "./factoring.ts";

const bank = exampleBank({ bots: 4, stores: 6, visitsPerDay: 20_000 });
const store = firstSeat(bank.season.world);
const day = 26;

const sell = (amountMinor: number): StoreDecision => ({
  kind: "factor-receivable",
  market: "de",
  amountMinor,
});

/** The beginner keeps what he is paid, so that euros tell what came. */
const log: readonly LogEntry[] = [
  ...euroLog(bank.season.world),
  ...entriesOf(store, 1, [{ kind: "set-payout-conversion", isAtOnce: false }], 80),
];

test("money sold early comes at once less the fee, and is not paid out again", () => {
  const eve = play(bank, log, day - 1).season;
  const most = factorable(tomorrow(eve), store, 1);
  assert.ok(most > 1000, `${most} has a payout day`);
  assert.equal(checkDecision(eve, store, sell(most)).kind, "accepted");
  const refused = checkDecision(eve, store, sell(most + 1));
  assert.equal(refused.kind === "refused" && refused.code, "practice/held-short");

  const sold = [...log, { store, number: 90, day, decision: sell(most) }];
  const paid = (entries: readonly LogEntry[]) => {
    let sum = 0;
    const { season, results } = play(bank, entries, day + 20, ({ tables, day: on }) => {
      const { columns, rows } = tables.postings;
      for (let row = 0; row < rows; row++) {
        const isPayout = columns.kind[row] === documentKind.payout && on > day;
        const isHeld = columns.party[row] === store && columns.account[row] === account.held;
        if (isPayout && isHeld) sum -= columns.amountMinor[row]!;
      }
    });
    assert.deepEqual(
      results.flatMap((one) => one.refused),
      [],
    );
    return { season, sum };
  };
  const early = paid(sold);
  const late = paid(log);
  assert.equal(late.sum - early.sum, most);
  const fee = factoringFee(tomorrow(eve), most);
  const euro = bank.season.world.currencies.indexOf("EUR");
  const of = (season: Season, id: number) => balanceOf(season.state, store, id, euro);
  assert.equal(of(late.season, account.cash) - of(early.season, account.cash), fee);
  assert.ok(of(late.season, account.cash) > 0, "who keeps euros has them");
  assert.equal(of(early.season, account.held), of(late.season, account.held));
});
