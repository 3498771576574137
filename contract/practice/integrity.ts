import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Instant } from "../platform/shapes.ts";
import { ofSeason, seasonRefusals } from "./paths.ts";
import { Count, MarketCode, Minor, SeasonDay, Sku, StoreNumber, Text } from "./shapes.ts";

/** How much of one question is shown; the log has the rest. */
export const listingsShownMax = 6;
export const matchesShownMax = 30;
export const waysShownMax = 20;
export const asideCharsMax = 500;
/** Questions of one season, the first ones. */
export const questionsMax = 500;
export const remarksMax = 1_000;

const LogNumber = z.int().min(0);
/** A line of a store's log. */
const Line = z.strictObject({ store: StoreNumber, day: SeasonDay, number: LogNumber });

const WordsAlike = z.strictObject({
  sku: Sku,
  product: Text,
  /** Words of the longer text, and those that stand in the other one, too. */
  words: Count,
  shared: Count,
  /** The text that was there first, then the other. */
  sides: z
    .array(
      z.strictObject({
        ...Line.shape,
        market: MarketCode,
        title: z.string().max(150),
        text: z.string().max(2_000),
      }),
    )
    .length(2),
});

const NumbersAlike = z.strictObject({
  kind: z.string().max(40),
  about: z.string().max(200),
  sides: z.array(z.strictObject({ ...Line.shape, value: z.int() })).length(2),
});

const BeyondRecord = z.strictObject({
  ...Line.shape,
  sku: Sku,
  product: Text,
  market: MarketCode,
  title: z.string().max(150),
  /** Days on which the text stood, up to the last closed one. */
  days: Count,
  attributes: z
    .array(
      z.strictObject({
        key: z.string().max(40),
        stated: z.string().max(120),
        record: z.string().max(400),
      }),
    )
    .max(40),
  word: z.string().max(80).nullable(),
});

/** What a store's decisions of a day gave away while they stood; money in the books' currency. */
const Way = z.strictObject({
  store: StoreNumber,
  day: SeasonDay,
  days: Count,
  decisions: z
    .array(
      z.strictObject({
        number: LogNumber,
        kind: z.string().max(40),
        product: Text.nullable(),
        market: MarketCode.nullable(),
        /** Of the market's currency. */
        priceMinor: Minor.nullable(),
      }),
    )
    .max(200),
  lostMinor: Minor,
  lostOrdersMilli: Count,
  gains: z.array(z.strictObject({ store: StoreNumber, minor: Minor, ordersMilli: z.int() })).max(5),
});

const two = z.array(StoreNumber).length(2);
const one = z.array(StoreNumber).length(1);
const days = z.array(SeasonDay).max(400);
const Key = z.string().max(120);

/** Facts side by side; none of them says that anybody did wrong. */
export const QuestionFacts = z.discriminatedUnion("kind", [
  z.strictObject({
    key: Key,
    kind: z.literal("same-words"),
    stores: two,
    count: Count,
    listings: z.array(WordsAlike).max(listingsShownMax),
  }),
  z.strictObject({
    key: Key,
    kind: z.literal("same-numbers"),
    stores: two,
    compared: Count,
    agreed: Count,
    from: SeasonDay,
    to: SeasonDay,
    matches: z.array(NumbersAlike).max(matchesShownMax),
  }),
  z.strictObject({
    key: Key,
    kind: z.literal("beyond-record"),
    stores: one,
    count: Count,
    listings: z.array(BeyondRecord).max(listingsShownMax),
  }),
  z.strictObject({
    key: Key,
    kind: z.enum(["gave-way", "in-turns"]),
    stores: two,
    ways: z.array(Way).max(waysShownMax),
  }),
  z.strictObject({
    key: Key,
    kind: z.literal("same-person"),
    stores: two,
    person: z.string().max(80),
    days,
  }),
  z.strictObject({
    key: Key,
    kind: z.literal("one-after-other"),
    stores: two,
    days,
    bothDays: Count,
    pauseSeconds: Count,
  }),
  z.strictObject({
    key: Key,
    kind: z.enum(["small-share", "large-share"]),
    stores: one,
    person: z.string().max(80),
    members: Count,
    shareBp: Count,
    from: SeasonDay,
    to: SeasonDay,
  }),
]);
export type QuestionFacts = z.output<typeof QuestionFacts>;

/** What somebody noted when setting a question aside or taking it up again. */
export const Remark = z.strictObject({
  key: Key,
  isAside: z.boolean(),
  note: z.string().max(asideCharsMax),
  by: z.string().max(200),
  at: Instant,
});
export type Remark = z.output<typeof Remark>;

export const IntegrityView = z.strictObject({
  /** The last closed day. */
  lastDay: SeasonDay,
  /** Null before anybody looked. */
  look: z
    .strictObject({
      toDay: SeasonDay,
      at: Instant,
      by: z.string().max(200),
      isDone: z.boolean(),
      /** Whether it is about all days that are closed now; a rewind withdraws some. */
      isCurrent: z.boolean(),
      percent: z.int().min(0).max(100),
    })
    .nullable(),
  stores: z.array(z.strictObject({ store: StoreNumber, name: z.string().max(40) })).max(6_000),
  /** Names by id of the people in question. */
  people: z.record(z.string().max(80), z.string().max(200)),
  questions: z.array(QuestionFacts).max(questionsMax),
  /** The oldest first. */
  remarks: z.array(Remark).max(remarksMax),
});
export type IntegrityView = z.output<typeof IntegrityView>;

export const AsideRequest = z.strictObject({
  key: Key,
  isAside: z.boolean(),
  note: z.string().trim().max(asideCharsMax),
});
export type AsideRequest = z.output<typeof AsideRequest>;

/** What a teacher may want to ask people about; nobody else sees it. */
export const integrityEndpoints = endpoints({
  integrity: {
    does: "GET /practice/seasons/:season/integrity",
    where: ofSeason,
    gives: IntegrityView,
    refuses: seasonRefusals,
  },
  lookIntoIntegrity: {
    does: "POST /practice/seasons/:season/integrity",
    where: ofSeason,
    gives: IntegrityView,
    refuses: [...seasonRefusals, "practice/nothing-closed", "practice/engine-version"],
  },
  setAside: {
    does: "PUT /practice/seasons/:season/integrity/aside",
    where: ofSeason,
    takes: AsideRequest,
    gives: IntegrityView,
    refuses: [...seasonRefusals, "practice/no-such-question", "practice/remark-limit"],
  },
});
