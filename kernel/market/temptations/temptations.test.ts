import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import type { DayResult } from "../day.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import { sanction } from "../after-sales/sanctions.ts";
import {
  acceptance,
  exampleTemptations,
  honest,
  playTempted,
  temptedRow,
} from "../examples/example-inbox.ts";
import { noticeKinds } from "../state/tables.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { inboxOf, inboxOffer, type InboxOffer } from "./inbox.ts";
import { pointsOf, recordMark } from "./integrity-record.ts";
import { neverEnds, temptation, temptationKinds } from "./temptation-kinds.ts";

const example = exampleTemptations();
const store = firstSeat(example.season.world);
const only = (kind: number) => (offer: InboxOffer) => offer.kind === kind;

/** Seeds and parameters that make a kind come and be found, so that its consequences are seen. */
const sure = [
  { name: "inbox.weekly", value: 1 },
  { name: "found.reviewsDaily", value: 0.2 },
  { name: "found.picturesDaily", value: 0.2 },
  { name: "found.scan", value: 1 },
];

/** What documents of a kind moved in a store's cash on a day. */
function cashMoved(kind: number, { tables }: DayResult): number {
  const { columns, rows } = tables.postings;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.kind[row] !== kind || columns.party[row] !== store) continue;
    if (columns.account[row] === account.cash) sum += columns.amountMinor[row]!;
  }
  return sum;
}

const codeOf = (season: Season, offer: number, sku = "S0-0", market = "us") => {
  const ruling = checkDecision(season, store, { kind: "accept-offer", offer, sku, market });
  return ruling.kind === "refused" ? ruling.code : ruling.kind;
};

suite("offers of the inbox", () => {
  test("about one a week comes, none before the fifth day, and each stands three days", () => {
    const { season } = playTempted(example, honest, 1);
    const context = contextOf(season);
    let letters = 0;
    const kinds = new Set<number>();
    for (let seat = 0; seat < 8; seat++) {
      for (let number = 1; number <= 40; number++) {
        const offer = inboxOffer(context, store + seat, number);
        if (offer === null) continue;
        letters++;
        kinds.add(offer.kind);
        assert.ok(offer.from >= 5 && offer.from > 7 * (number - 1) && offer.from <= 7 * number);
        assert.equal(offer.to, offer.from + 2);
      }
    }
    assert.ok(letters > 8 * 40 * 0.8 && letters < 8 * 40);
    assert.equal(kinds.size, temptationKinds.length);
  });

  test("one that stands is accepted, and refused only when it is unknown, over or taken", () => {
    const codes = new Set<string>();
    playTempted(example, honest, 30, (result, season) => {
      const context = contextOf(season);
      const offers = inboxOf(context, store);
      for (const offer of offers) {
        const code = codeOf(season, offer.number);
        codes.add(code);
        const stands = offer.to >= context.seasonDay;
        assert.equal(code, stands ? "accepted" : "practice/inbox-offer-lapsed", `${result.day}`);
        const other = temptationKinds[(offer.kind + 1) % temptationKinds.length];
        const wish = { ...acceptance(season, offer), what: other } as StoreDecision;
        const elsewhere = checkDecision(season, store, wish);
        assert.ok(elsewhere.kind === "refused" && elsewhere.code.endsWith("no-such-inbox-offer"));
      }
      assert.equal(codeOf(season, 50), "practice/no-such-inbox-offer");
      assert.equal(codeOf(season, -3), "practice/no-such-inbox-offer");
    });
    assert.equal(codes.size, 2);
    playTempted(
      example,
      () => true,
      30,
      (_, season) => {
        const { columns, rows } = season.state.tables.temptations;
        for (let row = 0; row < rows; row++) {
          assert.equal(codeOf(season, columns.number[row]!), "practice/inbox-offer-accepted");
        }
      },
    );
  });

  test("one for a listing asks for a listing, and a store without money is warned", () => {
    const poor = exampleTemptations({ parameters: sure.slice(0, 1) });
    let asked = 0;
    playTempted(poor, honest, 40, (_, season) => {
      const context = contextOf(season);
      for (const offer of inboxOf(context, store)) {
        if (offer.to < context.seasonDay || offer.kind !== temptation.pictures) continue;
        asked++;
        assert.equal(codeOf(season, offer.number, "S9-9"), "practice/not-selected");
        assert.equal(codeOf(season, offer.number, "S0-0", "xx"), "practice/no-such-market");
        assert.equal(codeOf(season, offer.number, "S0-0", "de"), "practice/not-listed");
        const { balance, sizes } = season.state;
        const at = (store * sizes.accounts + account.cash) * sizes.currencies + season.world.base;
        const cash = balance[at]!;
        balance[at] = 0;
        const ruling = checkDecision(season, store, acceptance(season, offer));
        assert.ok(ruling.kind === "accepted");
        assert.deepEqual(
          ruling.warnings.map(({ code }) => code),
          ["practice/balance-not-covered"],
        );
        balance[at] = cash;
      }
    });
    assert.ok(asked > 0);
  });

  test("a season without temptations has none", () => {
    const plain = exampleTemptations({ modules: { temptations: false } });
    const { season } = playTempted(plain, honest, 8);
    assert.deepEqual(inboxOf(contextOf(season), store), []);
    assert.equal(codeOf(season, 1), "practice/module-off");
    assert.equal(recordMark(contextOf(season), store), null);
  });
});

suite("what an accepted offer brings and costs", () => {
  test("what is projected is what is posted", () => {
    let deals = 0;
    let projected = 0;
    playTempted(
      exampleTemptations({ parameters: sure }),
      () => true,
      45,
      (result, season) => {
        assert.equal(cashMoved(documentKind.sideDeal, result), projected);
        if (projected !== 0) deals++;
        projected = 0;
        const context = contextOf(season);
        for (const offer of inboxOf(context, store)) {
          if (offer.from !== context.seasonDay) continue;
          const ruling = checkDecision(season, store, acceptance(season, offer));
          assert.ok(ruling.kind === "accepted");
          projected += ruling.effect.cashMinor;
        }
      },
    );
    assert.ok(deals > 3);
  });

  test("bought reviews stand until they are found, then rank falls for a while", () => {
    const found = exampleTemptations({ parameters: sure }, 8);
    let lowered = 0;
    let before = 0;
    let came = 0;
    let went = 0;
    playTempted(found, only(temptation.reviews), 40, ({ tables }, { state }) => {
      if (state.sanction[store * state.sizes.markets] === sanction.rankedLower) lowered++;
      const row = temptedRow({ ...found.season, state });
      const own = tables.reviews.rows;
      const gained = state.reviewCount[row]! - before - own;
      if (gained > 0) came += gained;
      else went -= gained;
      before = state.reviewCount[row]!;
    });
    assert.ok(went > 0 && came >= went, `${came} came, ${went} went`);
    assert.equal(came % 20, 0);
    assert.ok(lowered >= 14, `${lowered} days`);
  });

  test("borrowed pictures go with the next edit, and the listing with their finding", () => {
    let added = 0;
    for (let seed = 1; seed <= 6 && added === 0; seed++) {
      const quiet = exampleTemptations(
        { parameters: [{ name: "found.picturesDaily", value: 0 }] },
        seed,
      );
      const { season } = playTempted(quiet, only(temptation.pictures), 40);
      const { columns, rows } = season.state.tables.temptations;
      const cell = temptedRow(season) * 3;
      for (let at = 0; at < rows; at++) {
        assert.equal(columns.endsOn[at], neverEnds);
        added += columns.units[at]!;
      }
      assert.equal(season.state.contentMilli[cell], 400 + added);
    }
    assert.ok(added > 0);
    const caught = exampleTemptations({ parameters: sure }, 3);
    const { season } = playTempted(caught, only(temptation.pictures), 60);
    const { columns, rows } = season.state.tables.temptations;
    const cell = temptedRow(season) * 3;
    assert.ok(rows > 0 && columns.foundOn[0]! > 0);
    assert.equal(season.state.contentMilli[cell], 400);
    assert.equal(season.state.listing[cell], 2);
  });

  test("false scans raise the platform's metric and not the score's", () => {
    const late = exampleTemptations({ parameters: sure }, 3);
    const cheat = playTempted(late, only(temptation.tracking), 45);
    const plain = playTempted(late, honest, 45);
    const of = ({ season }: typeof cheat) => season.state;
    assert.ok(of(cheat).onTime[store]! >= of(plain).onTime[store]!);
    assert.ok(of(cheat).tracking[store]! >= of(plain).tracking[store]!);
    assert.ok(cheat.accepted.length > 0);
    // However many days of findings there are, a week of scans costs no more than its cap.
    const points = pointsOf(of(cheat), store);
    assert.ok(points <= 4 * cheat.accepted.length, `${points} points`);
  });
});

suite("the integrity record", () => {
  test("every fine is a document, and the record adds up", () => {
    let fines = 0;
    let notices = 0;
    const { season } = playTempted(
      exampleTemptations({ parameters: sure }, 2),
      () => true,
      60,
      (result) => {
        fines -= cashMoved(documentKind.platformPenalty, result);
        notices += Array.from(
          result.tables.notices.columns.kind.subarray(0, result.tables.notices.rows),
        ).filter((kind) => kind === noticeKinds.indexOf("audit-found")).length;
      },
    );
    const { columns, rows } = season.state.tables.findings;
    let cost = 0;
    let points = 0;
    for (let row = 0; row < rows; row++) {
      cost += columns.costMinor[row]!;
      points += columns.points[row]!;
    }
    assert.ok(rows > 2);
    assert.equal(fines, cost);
    assert.equal(notices, rows);
    assert.equal(pointsOf(season.state, store), points);
  });

  test("a sale of buyers' data is found by the next audit, and the record is worth nothing", () => {
    let worthless = 0;
    const { season, accepted } = playTempted(
      exampleTemptations({ parameters: sure }, 2),
      only(temptation.data),
      60,
      (_, now) => {
        if (recordMark(contextOf(now), store) === 0) worthless++;
      },
    );
    const { columns, rows } = season.state.tables.temptations;
    assert.ok(accepted.length > 0);
    for (let row = 0; row < rows; row++) {
      if (columns.acceptedOn[row]! > season.state.day[0]! - 32) continue;
      const took = columns.foundOn[row]! - columns.acceptedOn[row]!;
      assert.ok(took >= 3 && took < 31, `${took} days`);
    }
    assert.ok(worthless > 0);
  });

  test("the season's last day finds every sale of buyers' data, its own as well", () => {
    const parameters = [
      { name: "inbox.weekly", value: 1 },
      // No audit by chance comes late enough: it is the last day that finds.
      { name: "audit.dataDays", value: 60 },
    ];
    const probe = contextOf(playTempted(exampleTemptations({ parameters }), honest, 1).season);
    const letters = Array.from({ length: 8 }, (_, week) => inboxOffer(probe, store, week + 1));
    const sale = letters.find((letter) => letter?.kind === temptation.data);
    assert.ok(sale);
    for (const days of [sale.from, sale.from + 2]) {
      const ending = exampleTemptations({ days, parameters });
      const { season, accepted } = playTempted(ending, only(temptation.data), days);
      assert.ok(accepted.length > 0);
      const last = season.state.day[0]! - 1;
      const { columns, rows } = season.state.tables.temptations;
      assert.deepEqual(
        [...columns.foundOn.subarray(0, rows)],
        accepted.map(() => last),
      );
      assert.equal(recordMark(contextOf(season), store), 0);
    }
  });

  test("an honest store beats the same store that accepts every offer, by day 45", () => {
    let score = 0;
    const seeds = 4;
    for (let seed = 31; seed < 31 + seeds; seed++) {
      const one = exampleTemptations({}, seed);
      const plain = playTempted(one, honest, 45);
      const cheat = playTempted(one, () => true, 45);
      assert.ok(cheat.accepted.length > 1);
      if (plain.scoreMilli > cheat.scoreMilli) score++;
    }
    assert.equal(score, seeds);
  });

  test("the same letters come to a store whatever it and others do", () => {
    const lettersOf = (season: Season) => inboxOf(contextOf(season), store);
    const quiet = playTempted(example, honest, 25).season;
    const greedy = playTempted(example, () => true, 25).season;
    assert.deepEqual(lettersOf(quiet), lettersOf(greedy));
  });
});
