import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { csv, type Desk, faultyFiles, refusedFiles, soundRow } from "./import-cases.ts";
import { type ImportHouse, memoryOf, openImportHouse } from "./import-house.ts";
import { sized } from "./run-length.ts";
import { temporaryHome } from "./server-process.ts";

const desks: readonly Desk[] = ["roster", "catalog"];
/**
 * What the server may have grown by at the worst moment: two threads that read a file each with a
 * heap of 256 MB, and two uploads of 20 MiB a few times over.
 */
const growthBytesMax = 768 * 2 ** 20;

suite("files that must not come in", () => {
  const home = temporaryHome("imports");
  let house: ImportHouse;
  let atRest = 0;
  before(async () => {
    house = await openImportHouse(home.path);
    for (const desk of desks) {
      // The first file of each desk warms the thread that reads.
      const { body } = await house.bring(desk, csv(desk, [soundRow(desk, 1)]));
      assert.deepEqual(await house.commit(desk, body.id), { status: 200, code: "" });
    }
    atRest = memoryOf(house.pid)?.now ?? 0;
  });
  after(async () => {
    await house.stop();
    home.remove();
  });

  for (const [at, { title, fileName, bytes, code }] of refusedFiles.entries()) {
    test(`${title} is refused, and nothing is written`, async () => {
      const mark = await house.mark();
      // Both desks read with the same reader: in the short form they take turns.
      const asked = sized(
        desks.filter((_, nth) => nth === at % 2),
        desks,
      );
      const answers = asked.map((desk) => house.bring(desk, bytes(desk), fileName));
      for (const answer of await Promise.all(answers)) {
        assert.equal(answer.code, code);
        assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
      }
      assert.equal(await house.mark(), mark);
    });
  }

  for (const { title, bytes, faults } of faultyFiles) {
    test(`${title} is told by row and column, and keeps the whole file out`, async () => {
      for (const desk of desks) {
        const seen = await house.bring(desk, bytes(desk));
        assert.equal(seen.status, 200, JSON.stringify(seen.body));
        const told = seen.body.problems.map(({ code, row, column }) => ({ code, row, column }));
        assert.deepEqual(
          told.find(({ code }) => code === faults?.[desk].code),
          faults?.[desk],
          JSON.stringify(told),
        );
        const mark = await house.mark();
        const { code } = await house.commit(desk, seen.body.id);
        assert.equal(code, desk === "roster" ? "teaching/import-faulty" : "exchange/import-faulty");
        assert.equal(await house.mark(), mark);
      }
    });
  }

  test("a key that somebody else has is told, and not taken over", async () => {
    const renamed = await house.bring("roster", csv("roster", [["241", "Somebody else"]]));
    const taken = csv("catalog", [["other", "别的", "Another", "S-1", "9"]]);
    const stolen = await house.bring("catalog", taken);
    const [first] = renamed.body.problems;
    assert.deepEqual([first?.code, first?.row], ["teaching/roster-name-differs", 2]);
    const theft = stolen.body.problems.find(({ code }) => code === "exchange/csv-duplicate-sku");
    assert.equal(theft?.row, 2);
    assert.equal((await house.commit("catalog", stolen.body.id)).code, "exchange/import-faulty");
  });

  test("a text that a spreadsheet would run stays a text", async () => {
    const formula = '=HYPERLINK("http://evil.example","x")';
    const cell = `"${formula.replaceAll('"', '""')}"`;
    const files = {
      roster: csv("roster", [soundRow("roster", 1), ["247", cell]]),
      catalog: csv("catalog", [["k7", "杯", cell, "S-7", "9"]]),
    };
    for (const desk of desks) {
      const { body } = await house.bring(desk, files[desk]);
      assert.deepEqual(await house.commit(desk, body.id), { status: 200, code: "" });
    }
    // A workbook marks texts as texts: brought again, the list is what it was, without a formula.
    const list = await (await house.fetch("roster", "roster.xlsx?language=en")).arrayBuffer();
    const again = await house.bring("roster", new Uint8Array(list));
    assert.deepEqual(
      [again.body.counts["same"], again.body.problems],
      [again.body.counts["rows"], []],
    );
    // A shop's file cannot mark them: it names the cell instead of changing what a shop would show.
    const shop = await house.fetch("catalog", "products.csv?format=shopify&language=en");
    const refused = (await shop.json()) as { code: string; facts: { first: { value: string }[] } };
    assert.equal(refused.code, "exchange/text-like-formula");
    assert.equal(refused.facts.first[0]?.value, formula.slice(0, 60));
  });

  test("a name of a file that no database keeps does no harm", async () => {
    for (const desk of desks) {
      const { status, code } = await house.bring(
        desk,
        csv(desk, [soundRow(desk, 1)]),
        "a\u0000b\ud800.csv",
      );
      assert.ok(status < 500, code);
    }
  });

  test("the server is alive after all of them, and its memory stayed within bounds", async (t) => {
    const { url } = house.clients.roster.seat();
    assert.equal((await fetch(`${url}/api/health`)).status, 200);
    const memory = memoryOf(house.pid);
    if (memory === null) return;
    const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
    t.diagnostic(
      `${mib(atRest)} MiB before, ${mib(memory.most)} at most, ${mib(memory.now)} after`,
    );
    assert.ok(memory.most - atRest < growthBytesMax, `${mib(memory.most)} MiB`);
  });
});
