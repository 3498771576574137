/**
 * The few words the scoring of a listing must know by heart: what no title should carry, which
 * script a language is written in, its commonest small words and the units its buyers use. Our
 * choice; the words of the trade itself come from the categories' searches.
 */

/** Words of promotion, price and superlative that marketplaces forbid in titles. */
export const promotionWords: readonly string[] = [
  "free shipping",
  "best seller",
  "bestseller",
  "best price",
  "best",
  "hot sale",
  "sale",
  "cheap",
  "discount",
  "promotion",
  "limited offer",
  "100%",
  "no.1",
  "number one",
  "guaranteed",
  "gratis",
  "versandkostenfrei",
  "angebot",
  "günstig",
  "livraison gratuite",
  "promo",
  "meilleur",
  "envío gratis",
  "oferta",
  "barato",
  "darmowa dostawa",
  "promocja",
  "送料無料",
  "最安",
  "セール",
  "무료배송",
  "최저가",
  "할인",
  "包邮",
  "爆款",
  "特价",
  "最好",
  "第一",
];

/** Words that promise more than any product record can hold. */
export const superlatives: readonly string[] = [
  "best",
  "perfect",
  "no.1",
  "100%",
  "guaranteed",
  "lifetime",
  "medical grade",
  "unbreakable",
  "beste",
  "perfekt",
  "unzerbrechlich",
  "meilleur",
  "parfait",
  "incassable",
  "mejor",
  "perfecto",
  "irrompible",
  "najlepszy",
  "idealny",
  "最高",
  "完璧",
  "최고",
  "완벽",
];

/** Characters that belong to a language's own writing. */
export const scripts: Readonly<Record<string, RegExp>> = {
  ja: /[\u3040-\u30ff\u3400-\u9fff]/u,
  ko: /[\uac00-\ud7af]/u,
  zh: /[\u3400-\u9fff]/u,
};

/** The script of every other language here. */
export const latin = /[a-z\u00c0-\u024f]/iu;

/** The commonest small words of a language; a text of some length without any is not in it. */
export const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "and", "for", "with", "of", "to", "in", "a", "your", "is", "from"],
  de: ["der", "die", "das", "und", "mit", "für", "aus", "von", "ein", "eine", "ist", "im"],
  fr: ["le", "la", "les", "et", "avec", "pour", "de", "des", "en", "un", "une", "du"],
  es: ["el", "la", "los", "las", "y", "con", "para", "de", "en", "un", "una", "del"],
  pl: ["i", "z", "do", "dla", "na", "w", "ze", "oraz", "jest", "od"],
  ja: ["の", "と", "に", "を", "は", "で", "が"],
  ko: ["의", "을", "를", "이", "가", "에", "와", "로", "용"],
  zh: ["的", "和", "与", "在", "是"],
};

/** Units a buyer of the language expects; the other system's units read as foreign. */
export const unitSystems: Readonly<Record<"metric" | "imperial", RegExp>> = {
  metric: /\d\s?(?:mm|cm|m|ml|cl|l|g|kg)\b/iu,
  imperial: /\d\s?(?:in|inch|inches|ft|oz|fl oz|lb|lbs)\b|\d\s?["″]/iu,
};
