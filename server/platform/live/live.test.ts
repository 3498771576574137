import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { topic } from "@echelon/contract/platform/events.ts";
import { createApp, type App } from "../../app.ts";
import { readConfig } from "../../config.ts";
import { anyone, type Caller, type Gate } from "../http/caller.ts";
import { silentLog } from "../log/log.ts";
import type { Module } from "../module.ts";
import { type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { until } from "../testing/until.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A topic that one's own name opens. */
const rooms: Module = {
  name: "rooms",
  needs: [],
  topics: () => ({ room: async (caller, id) => id.startsWith(caller.person) }),
};

/** Believes the name in the cookie. */
const gate: Gate = {
  authenticate: async ({ cookie }) =>
    cookie === undefined ? null : ({ person: cookie, locale: "en", roles: [] } satisfies Caller),
  operates: anyone,
};

interface Heard {
  readonly event: string;
  readonly data: { topic?: string; version?: number };
  readonly id: string | null;
}

suite("live events", () => {
  let fresh: FreshDatabase;
  let home = "";
  let apps: App[] = [];
  const streams: AbortController[] = [];

  before(async () => {
    fresh = await freshDatabase([rooms]);
    home = mkdtempSync(join(tmpdir(), "echelon-live-"));
    const config = { ...readConfig({ ECHELON_HOME: home }, home), port: 0 };
    const options = { config, at: fresh.at, log: silentLog, modules: [rooms], gate, poolSize: 4 };
    apps = [await createApp(options), await createApp(options)];
    await Promise.all(apps.map((app) => app.listen()));
  });
  after(async () => {
    for (const stream of streams) stream.abort();
    await Promise.all(apps.map((app) => app.stop()));
    await fresh.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const urlOf = (app: App | undefined) => {
    const bound = app?.fastify.server.address();
    return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`;
  };

  const listen = async (app: App | undefined, person: string, topics: string, after?: string) => {
    const stream = new AbortController();
    streams.push(stream);
    const answer = await fetch(`${urlOf(app)}/live?topics=${topics}`, {
      signal: stream.signal,
      headers: { cookie: person, ...(after === undefined ? {} : { "last-event-id": after }) },
    });
    const heard: Heard[] = [];
    if (answer.status === 200) void readInto(heard, answer.body);
    return { answer, heard, close: () => stream.abort() };
  };

  const announce = (name: string, version: number) =>
    fresh.database.transaction(async (tx) => tx.announce(topic("room", name), version));

  test("reach the streams of every server, each once, in order", async () => {
    const [one, two] = await Promise.all(apps.map((app) => listen(app, "ann", "room:ann")));
    assert.equal(one?.answer.headers.get("content-type"), "text/event-stream; charset=utf-8");
    assert.equal(one?.answer.headers.get("cache-control"), "no-store");
    for (const version of [1, 2, 3]) await announce("ann", version);
    await announce("bob", 9);
    await until("both heard it all", () => one?.heard.length === 3 && two?.heard.length === 3);
    for (const stream of [one, two]) {
      const versions = stream?.heard.map(
        ({ event, data }) => `${event} ${data.topic} ${data.version}`,
      );
      assert.deepEqual(versions, ["change room:ann 1", "change room:ann 2", "change room:ann 3"]);
      stream?.close();
    }
  });

  test("stay in order after more than fit, and go on after what nobody can read", async () => {
    const { heard, close } = await listen(apps[0], "zoe", "room:zoe");
    const crowded = fresh.database.transaction(async (tx) => {
      for (let name = 0; name < 400; name += 1) tx.announce(topic("room", `crowd-${name}`), 1);
      tx.announce(topic("room", "zoe"), 1);
    });
    await crowded;
    await announce("zoe", 2);
    await until("both are heard", () => heard.length === 2);
    assert.deepEqual(
      heard.map(({ data }) => data.version),
      [1, 2],
    );
    await fresh.database.rows({
      name: "test.unreadable",
      text: "select pg_notify('echelon_live', 'unreadable')",
      values: [],
    });
    await announce("zoe", 3);
    await until("all are heard", () => heard.length === 4);
    assert.deepEqual(
      heard.slice(2).map(({ event }) => event),
      ["resync", "change"],
    );
    close();
  });

  test("of one transaction go out together, and none of one that failed", async () => {
    const { heard, close } = await listen(apps[0], "eve", "room:eve,room:eve2");
    await assert.rejects(
      fresh.database.transaction(async (tx) => {
        tx.announce(topic("room", "eve"), 1);
        throw new Error("no");
      }),
    );
    await fresh.database.transaction(async (tx) => {
      for (const version of [2, 3]) tx.announce(topic("room", "eve"), version);
      tx.announce(topic("room", "eve2"), 4);
    });
    await until("both are heard", () => heard.length === 2);
    assert.deepEqual(
      heard.map(({ data }) => [data.topic, data.version]),
      [
        ["room:eve", 3],
        ["room:eve2", 4],
      ],
    );
    close();
  });

  test("go on after the last one that was seen", async () => {
    const first = await listen(apps[0], "kim", "room:kim");
    await announce("kim", 1);
    await until("the first is heard", () => first.heard.length === 1);
    first.close();
    await announce("kim", 2);
    await announce("lee", 7);
    await announce("kim", 3);
    const again = await listen(apps[1], "kim", "room:kim", first.heard[0]?.id ?? "");
    await until("what was missed is told", () => again.heard.length === 2);
    await announce("kim", 4);
    await until("and what comes after", () => again.heard.length === 3);
    assert.deepEqual(
      again.heard.map(({ data }) => data.version),
      [2, 3, 4],
    );
    again.close();
  });

  test("ask for a fresh look when the last one seen is not kept any more", async () => {
    await fresh.owner.pool.query(
      "delete from platform.event where id < (select max(id) from platform.event)",
    );
    for (const after of ["1", "999999999"]) {
      const { heard, close } = await listen(apps[0], "pat", "room:pat", after);
      await until("resync", () => heard.length === 1);
      assert.equal(heard[0]?.event, "resync");
      close();
    }
  });

  test("ask for a fresh look after the listening connection was cut", async () => {
    const { heard, close } = await listen(apps[0], "sam", "room:sam");
    await fresh.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'echelon live' and datname = current_database()`,
    );
    await until("resync", () => heard.some(({ event }) => event === "resync"));
    await announce("sam", 1);
    await until("events come again", () => heard.some(({ data }) => data.version === 1));
    close();
  });

  test("are told even when there are too many for one notification", async () => {
    const { heard, close } = await listen(apps[0], "zoe", "room:zoe150");
    await fresh.database.transaction(async (tx) => {
      for (let at = 0; at < 200; at += 1) tx.announce(topic("room", `zoe${at}-${"x".repeat(60)}`));
      tx.announce(topic("room", "zoe150"), 5);
    });
    await until("it is heard", () => heard.length === 1);
    assert.equal(heard[0]?.data.version, 5);
    close();
  });

  test("are for those who may hear them", async () => {
    const cases = [
      { person: "ann", topics: "room:bob", status: 403 },
      { person: "ann", topics: "room:ann,room:bob", status: 403 },
      { person: "ann", topics: "house:ann", status: 403 },
      { person: "ann", topics: "room", status: 400 },
      { person: "ann", topics: "", status: 400 },
    ];
    for (const { person, topics, status } of cases) {
      assert.equal((await listen(apps[0], person, topics)).answer.status, status, topics);
    }
    assert.equal((await fetch(`${urlOf(apps[0])}/live?topics=room:ann`)).status, 401);
  });

  test("flow to at most five streams of one person", async () => {
    const open = await Promise.all(
      Array.from({ length: 5 }, () => listen(apps[0], "max", "room:max")),
    );
    assert.equal((await listen(apps[0], "max", "room:max")).answer.status, 429);
    open[0]?.close();
    await until("a place is free again", async () => {
      const next = await listen(apps[0], "max", "room:max");
      return next.answer.status === 200;
    });
  });
});

/** Reads server-sent events (WHATWG HTML, 9.2.6) as far as these streams use them. */
async function readInto(heard: Heard[], body: ReadableStream<Uint8Array> | null): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const piece of body ?? []) {
      text += decoder.decode(piece, { stream: true });
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const block of whole) {
        const fields = new Map(
          block.split("\n").map((line) => {
            const at = line.indexOf(":");
            return [line.slice(0, at), line.slice(at + 1).trim()];
          }),
        );
        const event = fields.get("event");
        if (event === undefined) continue;
        heard.push({
          event,
          data: JSON.parse(fields.get("data") ?? "{}"),
          id: fields.get("id") ?? null,
        });
      }
    }
  } catch {
    // The test closed the stream.
  }
}
