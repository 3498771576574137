/** The words of the demonstration's students, from what a student has in front of the eyes. */
import type { ListingText } from "@echelon/contract/practice/decision.ts";
import type { Category, MarketProduct } from "@echelon/kernel/market/world/scenario.ts";
import { width } from "@echelon/kernel/market/listing/score-listing.ts";
import { fold, stem, wordsOf } from "@echelon/kernel/market/listing/words.ts";
import type { ProductDetail } from "../store/product-store.ts";
import type { DemoWords } from "./demo-students.ts";

export type DemoSubject = {
  readonly product: MarketProduct;
  readonly detail: ProductDetail;
  readonly category: Category;
  /** The market's language. */
  readonly language: string;
};

const titleWidthMost = 120;

/** A listing as its student would write it. */
export function demoListing(
  words: DemoWords,
  photoLevel: ListingText["photoLevel"],
  subject: DemoSubject,
): ListingText {
  const { product, detail } = subject;
  const phrases = phrasesOf(subject);
  const attributes = { ...product.attributes };
  switch (words) {
    case "careful":
      return {
        title: carefulTitle(subject, phrases),
        keywords: phrases.slice(0, 6),
        text: carefulText(subject, phrases),
        attributes,
        photoLevel,
      };
    case "plain":
      return {
        title: detail.name.en,
        keywords: phrases.slice(0, 2),
        text: detail.text.en,
        attributes,
        photoLevel,
      };
    case "foreign":
      return {
        title: detail.name.zh,
        keywords: [detail.name.zh.slice(0, 60)],
        text: detail.text.zh,
        attributes: {},
        photoLevel,
      };
    case "loud":
      return {
        title: `Best ${detail.name.en} 100% Perfect Free Shipping`,
        keywords: phrases.flatMap((phrase) => [phrase, `${phrase} sale`.slice(0, 60)]).slice(0, 14),
        text: `The best you can buy, guaranteed. ${detail.text.en}`,
        attributes,
        photoLevel,
      };
  }
}

const phrasesOf = ({ category, language }: DemoSubject): string[] =>
  category.queries.flatMap(({ phrases }) => phrases[language]?.phrase.slice(0, 60) ?? []);

/** The product's name, then words of the commonest searches that do not stand in it yet. */
function carefulTitle({ detail, language }: DemoSubject, phrases: readonly string[]): string {
  const parts = language === "en" ? [detail.name.en] : [];
  const used = new Set(parts.flatMap(stemsOf));
  for (const word of phrases.slice(0, 3).flatMap((phrase) => phrase.split(" "))) {
    const stems = stemsOf(word);
    if (stems.some((one) => used.has(one))) continue;
    if (width([...parts, word].join(" ")) > titleWidthMost) break;
    for (const one of stems) used.add(one);
    parts.push(word);
  }
  return parts.join(" ");
}

const stemsOf = (text: string): string[] => wordsOf(fold(text)).map(stem);

/** A sentence in the buyers' language around what they search for. */
const sentences: Readonly<Record<string, (words: string) => string>> = {
  de: (words) => `Gemacht für den Alltag und als Geschenk: ${words}. Versand mit Sendungsnummer.`,
  fr: (words) => `Pour la maison et pour offrir : ${words}. Envoi suivi avec un numéro de colis.`,
  ja: (words) => `毎日の暮らしに使える商品です。${words}。追跡番号付きで発送します。`,
  ko: (words) => `매일 쓰기 좋은 제품의 구성입니다. ${words}. 배송 추적이 가능합니다.`,
};

function carefulText({ detail, language }: DemoSubject, phrases: readonly string[]): string {
  const sentence = sentences[language];
  return sentence === undefined ? detail.text.en : sentence(phrases.slice(0, 3).join(", "));
}
