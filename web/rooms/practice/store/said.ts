import { useTranslation } from "react-i18next";
import { RefusalError } from "../../../api/client.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { useRefusalText } from "../../../parts/page.tsx";
import { brokenBound } from "./field-bounds.ts";
import { useFormat } from "../../../text/format.ts";
import { type Saying, sayingKey, shownFacts, type Surroundings } from "./saying.ts";

type Names = Surroundings["attributes"];

/** The sentence of a code with its facts, in the reader's language and forms. */
export function useSaid(attributes?: Names): (saying: Saying) => string {
  const { t } = useTranslation("said");
  const surroundings = useSurroundings(attributes);
  return ({ code, facts }) => {
    const shown = shownFacts(facts, surroundings);
    const limit = facts["limit"];
    if (typeof limit === "string") shown["limitName"] = t(sayingKey(`limit/${limit}`), limit);
    const typed = facts["typed"];
    if (typeof typed === "string") shown["typedName"] = t([`typed.${typed}`, "typed.any"]);
    // English has another word for one day than for two.
    if (typeof facts["days"] === "number") shown["count"] ??= facts["days"];
    // One code may say no for two reasons, each with a sentence of its own.
    const rule = facts["rule"];
    if (typeof rule === "string") shown["context"] = rule;
    return t(sayingKey(code), shown);
  };
}

function useSurroundings(attributes?: Names): Surroundings {
  const season = useSeason();
  const format = useFormat();
  return { format, currency: season.booksCurrency, markets: season.markets, attributes };
}

/** A number of a request that is out of its bounds, with the bound; null where none is. */
export function useBrokenBound(): (error: RefusalError) => Saying | null {
  const { booksCurrency } = useSeason();
  const format = useFormat();
  return (error) => brokenBound(error, { format, booksCurrency });
}

/**
 * Why a wish was refused, with money and names printed: the room's own sentence where it has one
 * for
 * the code, else the sentence that every room has.
 */
export function useRefused(): (refusal: Saying) => string {
  const { i18n } = useTranslation("said");
  const surroundings = useSurroundings();
  const say = useSaid();
  const refusalText = useRefusalText();
  return (refusal) => {
    if (i18n.exists(sayingKey(refusal.code), { ns: "said" })) return say(refusal);
    const facts = shownFacts(refusal.facts, surroundings);
    return refusalText(new RefusalError(refusal.code as RefusalError["code"], facts, ""));
  };
}
