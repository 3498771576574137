/** What a teacher types into a lesson, and what of it is kept. */
import type { Answer } from "../../api/client.ts";

export type Draft = Answer<"GET /classes/:class/courses/:course/lessons/:lesson/text">;

export interface Typed {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly zh: string;
  readonly en: string;
}

export const nothingTyped: Typed = { nameZh: "", nameEn: "", zh: "", en: "" };

/** What stands in the fields: the class's own words, else those that ship. */
export function typedOf({ name, zh, en, shipped }: Draft): Typed {
  return {
    nameZh: name?.zh ?? shipped?.name.zh ?? "",
    nameEn: name?.en ?? shipped?.name.en ?? "",
    zh: zh ?? shipped?.zh ?? "",
    en: en ?? shipped?.en ?? "",
  };
}

const orNull = (text: string) => (text.trim() === "" ? null : text);

/** Words that are still those that ship are not kept: they follow the course. */
export function writtenOf(typed: Typed, shipped: Draft["shipped"]) {
  const isNamed = typed.nameZh.trim() !== "" && typed.nameEn.trim() !== "";
  const name = isNamed ? { zh: typed.nameZh.trim(), en: typed.nameEn.trim() } : null;
  if (shipped === null) return { name, zh: orNull(typed.zh), en: orNull(typed.en) };
  const isShippedName = name?.zh === shipped.name.zh && name.en === shipped.name.en;
  return {
    name: isShippedName ? null : name,
    zh: typed.zh === shipped.zh ? null : orNull(typed.zh),
    en: typed.en === shipped.en ? null : orNull(typed.en),
  };
}

/** A lesson of one's own needs both names and one text. */
export const isWhole = ({ nameZh, nameEn, zh, en }: Typed): boolean =>
  nameZh.trim() !== "" && nameEn.trim() !== "" && (zh + en).trim() !== "";
