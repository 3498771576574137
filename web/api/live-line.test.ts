import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { LiveLine, type LiveNews, type Source } from "./live-line.ts";

/** An event stream whose server is the test. */
class FakeSource extends EventTarget implements Source {
  readonly url: string;
  readyState = 0;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close(): void {
    this.readyState = 2;
  }

  say(kind: string, data?: unknown): void {
    this.dispatchEvent(Object.assign(new Event(kind), { data: JSON.stringify(data) }));
  }
}

function openLine() {
  const sources: FakeSource[] = [];
  const news: LiveNews[] = [];
  const line = new LiveLine(
    (one) => news.push(one),
    (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    },
  );
  return { line, sources, news };
}

const topicsOf = (source: FakeSource | undefined): string =>
  new URL(source?.url ?? "", "http://here").searchParams.get("topics") ?? "";

test("one stream carries all topics, and is opened again only when they change", () => {
  const { line, sources } = openLine();
  line.listen(["season:1", "store:2", "season:1"]);
  line.listen(["store:2", "season:1"]);
  assert.deepEqual(sources.map(topicsOf), ["season:1,store:2"]);
  line.listen([]);
  assert.deepEqual(
    sources.map(({ readyState }) => readyState),
    [2],
  );
});

test("the former stream is heard until the next one is there", () => {
  const { line, sources, news } = openLine();
  line.listen(["season:1"]);
  sources[0]!.say("open");
  line.listen(["season:1", "season:2"]);
  sources[0]!.say("change", { topic: "season:1" });
  assert.deepEqual(news.at(-1), { kind: "change", topic: "season:1" });
  assert.equal(sources[0]!.readyState, 0);
  sources[1]!.say("open");
  assert.equal(sources[0]!.readyState, 2);
});

test("after a loss everything is fetched again", () => {
  const { line, sources, news } = openLine();
  line.listen(["season:1"]);
  sources[0]!.say("open");
  sources[0]!.say("error");
  sources[0]!.say("open");
  assert.deepEqual(
    news.map((one) => (one.kind === "state" ? one.isOpen : one.kind)),
    [true, false, true, "resync"],
  );
});

test("a stream that the server refused is asked for again", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { line, sources } = openLine();
    line.listen(["season:1"]);
    sources[0]!.close();
    sources[0]!.say("error");
    mock.timers.tick(5_000);
    assert.deepEqual(sources.map(topicsOf), ["season:1", "season:1"]);
  } finally {
    mock.timers.reset();
  }
});

test("of too many topics the newest are heard", () => {
  const { line, sources } = openLine();
  line.listen(Array.from({ length: 30 }, (_, index) => `store:${index}`));
  const heard = topicsOf(sources[0]).split(",");
  assert.equal(heard.length, 20);
  assert.ok(heard.includes("store:29") && !heard.includes("store:9"));
});
