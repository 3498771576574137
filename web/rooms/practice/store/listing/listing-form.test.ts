import assert from "node:assert/strict";
import { test } from "node:test";
import {
  askedWishes,
  type EditorView,
  formFault,
  formOf,
  isSameText,
  type ListingForm,
  textOf,
  wishesOf,
} from "./listing-form.ts";
import {
  firstForm,
  promotionKinds,
  promotionWish,
  type PromotionForm,
  type PromotionKind,
} from "./promotion-wish.ts";

const text = {
  title: "Steel bottle",
  keywords: ["water bottle"],
  text: "Keeps cold.",
  attributes: { material: "steel" },
  photoLevel: 1,
} as const;

const row = {
  market: "de",
  state: "live",
  listing: { ...text, keywords: [...text.keywords] },
  priceMinor: 2_000,
  service: "line",
  feeMinor: 0,
  promiseDays: 12,
};

/** An editor's view with only what the form reads. */
const viewOf = (changes: object): EditorView =>
  ({
    sku: "A-1",
    market: "de",
    product: { name: { zh: "瓶", en: "Bottle" } },
    attributes: [
      { key: "material", name: { zh: "材质", en: "Material" }, isRequired: true, truth: "steel" },
      { key: "color", name: { zh: "颜色", en: "Color" }, isRequired: false, truth: "" },
    ],
    row: { ...row, ...changes },
  }) as unknown as EditorView;

const live = viewOf({});
const unlisted = viewOf({
  state: "unlisted",
  listing: null,
  priceMinor: 0,
  service: null,
  promiseDays: 0,
});
const kinds = (view: EditorView, form: ListingForm) => wishesOf(view, form).map(({ kind }) => kind);

test("a listing that was only looked at stands for no wish", () => {
  assert.deepEqual(wishesOf(live, formOf(live, 0)), []);
});

test("only what changed is handed in", () => {
  const form = formOf(live, 0);
  assert.deepEqual(kinds(live, { ...form, priceMinor: 2_100 }), ["set-price"]);
  assert.deepEqual(kinds(live, { ...form, title: "Steel bottle 500 ml" }), ["edit-listing"]);
  assert.deepEqual(kinds(live, { ...form, promiseDays: 9 }), ["set-shipping"]);
  assert.deepEqual(kinds(live, { ...form, title: "x", priceMinor: 1, feeMinor: 50 }), [
    "set-shipping",
    "edit-listing",
    "set-price",
  ]);
});

test("blanks around words and the order of attributes are no change", () => {
  const form = formOf(live, 0);
  assert.deepEqual(
    wishesOf(live, { ...form, title: "  Steel bottle ", keywords: ["water bottle "] }),
    [],
  );
  const a = { ...textOf(form), attributes: { a: "1", b: "2" } };
  assert.ok(isSameText(a, { ...a, attributes: { b: "2", a: "1" } }));
  assert.ok(!isSameText(a, { ...a, attributes: { a: "1", b: "3" } }));
});

test("an unlisted product begins with the enterprise's record and the pictures it owns", () => {
  const form = formOf(unlisted, 2);
  assert.deepEqual(form.attributes, { material: "steel" });
  assert.equal(form.photoLevel, 2);
  assert.equal(form.priceMinor, null);
  assert.equal(formFault(form), "listing.needTitle");
  assert.equal(formFault({ ...form, title: "Bottle" }), "listing.needPrice");
  assert.deepEqual(wishesOf(unlisted, form), []);
});

test("shipping is set before a listing is published, so that it can be ordered at once", () => {
  const form = { ...formOf(unlisted, 0), title: "Bottle", priceMinor: 900 };
  const whole = { ...form, service: "post", promiseDays: 20 };
  assert.deepEqual(kinds(unlisted, form), ["publish-listing"]);
  assert.deepEqual(kinds(unlisted, whole), ["set-shipping", "publish-listing"]);
});

test("a withdrawn listing is listed again together with its changes", () => {
  const withdrawn = viewOf({ state: "withdrawn" });
  const form = formOf(withdrawn, 0);
  assert.deepEqual(kinds(withdrawn, form), ["relist-listing"]);
  assert.deepEqual(kinds(withdrawn, { ...form, priceMinor: 1 }), ["relist-listing", "set-price"]);
});

test("a price can be reckoned before there is a title", () => {
  const form = { ...formOf(unlisted, 0), priceMinor: 900 };
  const [wish] = askedWishes(unlisted, form);
  assert.equal(wish?.kind === "publish-listing" && wish.listing.title, "Bottle");
});

test("a promotion is the wish of its kind, or says what is missing", () => {
  const at = { sku: "A-1", market: "de" };
  const first = { day: 3, days: 60, priceMinor: 2_000 };
  const base = { kind: "run-promotion", ...at, from: 3, to: 5 };
  const wishOf = (kind: PromotionKind, change: Partial<PromotionForm> = {}) =>
    promotionWish({ ...firstForm(kind, first), ...change }, at);
  assert.deepEqual(wishOf("coupon"), { ...base, promotion: "coupon", depthBp: 1_500 });
  assert.deepEqual(wishOf("full-reduction", { capUnits: 9 }), {
    ...base,
    promotion: "full-reduction",
    depthBp: 0,
    overMinor: 4_000,
    offMinor: 400,
    capUnits: 9,
  });
  assert.equal(wishOf("flash-sale", { slices: [] }), "needSlice");
  assert.equal(wishOf("flash-sale", { slices: [0, 1, 2, 3] }), "needSlice");
  assert.equal(wishOf("nth-piece", { depthBp: null }), "needNumber");
  assert.equal(wishOf("group-buy", { pieces: null }), "needNumber");
  assert.equal(wishOf("bundle"), "needOthers");
  const others = ["B-2", "C-3"];
  const set = { ...base, promotion: "bundle", depthBp: 1_500, others };
  assert.deepEqual(wishOf("bundle", { others }), set);
  for (const kind of promotionKinds) assert.equal(typeof wishOf(kind, { others }), "object", kind);
});
