/**
 * What is wrong with a cell, in the words of a corrected file. The screens have their own texts.
 */
import type { ImportProblemCode } from "@echelon/contract/exchange/imports.ts";

type Words = Readonly<Record<ImportProblemCode, { readonly zh: string; readonly en: string }>>;

export const problemWords: Words = {
  "exchange/csv-no-key": { zh: "没有产品编号", en: "no product key" },
  "exchange/csv-no-title": { zh: "没有名称", en: "no title" },
  "exchange/csv-no-sku": { zh: "没有货号", en: "no SKU" },
  "exchange/csv-no-price": { zh: "没有成本，也没有零售价", en: "neither cost nor list price" },
  "exchange/csv-orphan-variant": { zh: "规格行前没有产品行", en: "a variant without its product" },
  "exchange/csv-duplicate-sku": { zh: "货号重复", en: "the SKU stands here twice" },
  "exchange/csv-price-not-a-number": { zh: "价格不是数字", en: "the price is not a number" },
  "exchange/csv-options-differ": {
    zh: "规格名称与首行不同",
    en: "option names differ from the first row",
  },
  "exchange/csv-too-many-options": { zh: "规格超过三种", en: "more than three options" },
  "exchange/csv-too-many-variants": { zh: "规格组合过多", en: "too many variants" },
  "exchange/csv-text-too-long": { zh: "文字过长", en: "the text is too long" },
  "exchange/csv-cell-formula": { zh: "公式没有结果", en: "a formula without a value" },
  "exchange/csv-number-malformed": { zh: "不是整数，已略去", en: "not a whole number, left out" },
  "exchange/csv-out-of-range": { zh: "数值超出范围，已略去", en: "out of range, left out" },
  "exchange/csv-bad-gtin": {
    zh: "条码校验位不符，已略去",
    en: "wrong check digit, barcode left out",
  },
  "exchange/csv-gtin-padded": {
    zh: "条码已补前导零，请核对",
    en: "leading zeros put back, please check",
  },
  "exchange/csv-hs-malformed": {
    zh: "HS 编码应为 6 至 10 位数字",
    en: "an HS code has 6 to 10 digits",
  },
  "exchange/csv-country-unknown": { zh: "不认识的国家或地区", en: "unknown country" },
  "exchange/csv-currency-unknown": { zh: "不认识的币种", en: "unknown currency" },
  "exchange/csv-category-unknown": {
    zh: "不认识的类目，按名称归类",
    en: "unknown category, sorted by title",
  },
  "exchange/csv-battery-unknown": { zh: "不认识的电池种类", en: "unknown kind of battery" },
  "exchange/csv-word-unknown": { zh: "不认识的取值，已略去", en: "unknown word, left out" },
  "exchange/csv-html-reduced": {
    zh: "描述中的部分格式已去除",
    en: "some formatting was taken out",
  },
  "exchange/csv-picture-address": { zh: "图片地址无法使用", en: "unusable picture address" },
  "exchange/weak-no-english": { zh: "没有英文名称", en: "no English title" },
  "exchange/weak-no-chinese": { zh: "没有中文名称", en: "no Chinese title" },
  "exchange/weak-few-pictures": { zh: "图片少于两张", en: "fewer than two pictures" },
  "exchange/weak-pictures-elsewhere": {
    zh: "图片都在别的网站",
    en: "all pictures lie on other sites",
  },
};
