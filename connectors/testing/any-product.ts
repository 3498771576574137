/** Products that a file may tell, for the laws of the forms. */
import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { batteries } from "@echelon/contract/exchange/shapes.ts";
import fc from "fast-check";

const signs = "abcXYZ 0189-_.,;'\"\n中文éß&/()%".split("");
const word = (charsMax: number) =>
  fc.string({ unit: fc.constantFrom(...signs), maxLength: charsMax }).map((text) => text.trim());
const someWord = (charsMax: number) => word(charsMax).map((text) => text || "a");
/** Objects as code makes them: fast-check tries ones without a prototype too. */
const plainRecord = <Facts>(facts: { [Name in keyof Facts]: fc.Arbitrary<Facts[Name]> }) =>
  fc.record(facts, { noNullPrototype: true });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const decimal = fc
  .tuple(fc.nat(99_999), fc.constantFrom("", ".5", ".99", ".07"))
  .map(([whole, part]) => `${whole}${part}`);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

/** Thirteen digits of which the last is the check digit. */
export const gtin = digits(12).map((text) => {
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${text}${(10 - (sum % 10)) % 10}`;
});

const address = fc.nat(999).map((at) => `https://pictures.example/${at}.png`);

const sku = (options: number): fc.Arbitrary<SkuRecord> =>
  plainRecord({
    gtin: maybe(gtin),
    options: fc.array(someWord(8), { minLength: options, maxLength: options }),
    price: decimal,
    compareAt: maybe(decimal),
    priceCurrency: maybe(fc.constantFrom("CNY", "USD", "JPY")),
    cost: maybe(decimal),
    costCurrency: maybe(fc.constantFrom("CNY", "EUR")),
    stock: maybe(fc.nat(9_999)),
    sellsBeyondStock: maybe(fc.boolean()),
    isTaxable: maybe(fc.boolean()),
    ships: maybe(fc.boolean()),
    weightG: maybe(fc.integer({ min: 1, max: 30_000 })),
    lengthMm: maybe(fc.integer({ min: 1, max: 2_000 })),
    widthMm: maybe(fc.integer({ min: 1, max: 2_000 })),
    heightMm: maybe(fc.integer({ min: 1, max: 2_000 })),
    hs: maybe(fc.constantFrom("961700", "6109100000", "85098010")),
    origin: maybe(fc.constantFrom("cn", "vn", "it")),
    battery: maybe(fc.constantFrom(...batteries)),
    moq: maybe(fc.integer({ min: 1, max: 5_000 })),
    leadDays: maybe(fc.integer({ min: 0, max: 90 })),
    picture: maybe(address),
  }).map((facts) => ({ ...facts, sku: "", extras: {} }));

/** Up to four products; keys and SKUs are unique, as a catalogue has them. */
export const anyProducts: fc.Arbitrary<readonly ProductRecord[]> = fc
  .array(
    fc.array(someWord(6), { maxLength: 3 }).chain((optionNames) =>
      plainRecord({
        title: plainRecord({ zh: word(20), en: someWord(20) }),
        text: plainRecord({ zh: word(30), en: word(30) }),
        brand: word(8),
        type: word(8),
        category: word(8),
        tags: fc.uniqueArray(fc.constantFrom("new", "gift", "夏季"), { maxLength: 3 }),
        state: maybe(fc.constantFrom("active", "draft", "archived")),
        material: word(8),
        optionNames: fc.constant(optionNames),
        pictures: fc.uniqueArray(plainRecord({ url: address, alt: word(8) }), {
          maxLength: 4,
          selector: ({ url }) => url,
        }),
        skus: fc.array(sku(optionNames.length), {
          minLength: 1,
          maxLength: optionNames.length === 0 ? 1 : 3,
        }),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((products) =>
    products.map((product, at) => ({
      ...product,
      key: `product-${at}`,
      skus: product.skus.map((each, place) => ({ ...each, sku: `0${at}-${place}` })),
    })),
  );
