import "../drawings.css";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import type { Section } from "./editor-parts.ts";
import { pointsTone, relevancePercent } from "./score-bars.ts";
import { placeOfTerm, withKeyword, withTerm } from "./terms.ts";

type Search = Section["view"]["keywords"][number];

/** What buyers type in this market, what it means, how often, and how the listing answers it. */
export function KeywordList({ view, form, change, sum }: Section) {
  const { t } = useTranslation("practice");
  const { nameOf } = useMarkets();
  const live = form.title.trim() === "" ? null : (sum.scores?.relevance ?? null);
  const searches = view.keywords.toSorted((a, b) => b.visits - a.visits || a.query - b.query);
  const title = t("listing.keywordTable", { market: nameOf(view.market) });
  return (
    <Card title={title} label={title}>
      <p className="soft">{t("listing.keywordTableText")}</p>
      <ul className="searches">
        {searches.map((search) => (
          <SearchItem
            key={search.query}
            search={search}
            form={form}
            relevance={live?.[search.query] ?? search.relevance}
            change={change}
          />
        ))}
      </ul>
    </Card>
  );
}

function SearchItem({
  search,
  form,
  relevance,
  change,
}: {
  search: Search;
  relevance: number | null;
} & Pick<Section, "form" | "change">) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { season } = useStorePlace();
  const { phrase, meaning, terms, visits } = search;
  const meant = format.name(meaning);
  const isKeyword = form.keywords.includes(phrase);
  return (
    <li>
      <div className="search-head">
        <span className="product-label">
          <strong>{phrase}</strong>
          {meant === phrase ? null : <span className="dim product-sku">{meant}</span>}
        </span>
        <span className="search-visits">
          {t("listing.visitsADay", { visits: format.number(Math.round(visits)) })}
        </span>
      </div>
      <span className="chips">
        {terms.map((term) => (
          <Term
            key={term}
            term={term}
            form={form}
            add={() => change({ title: withTerm(form.title, term) })}
          />
        ))}
        {isKeyword ? (
          <span className="chip chip-there">{t("listing.isKeyword")}</span>
        ) : (
          <button
            type="button"
            className="chip chip-act"
            onClick={() =>
              change({ keywords: withKeyword(form.keywords, phrase, season.keywordsMax) })
            }
          >
            {t("listing.addKeyword")}
            <span className="visually-hidden">{phrase}</span>
          </button>
        )}
      </span>
      <Answered search={search} relevance={relevance} />
    </li>
  );
}

/** A search's word: ticked when the title has it, else to be added with one click. */
function Term({ term, form, add }: { term: string; form: Section["form"]; add: () => void }) {
  const { t } = useTranslation("practice");
  const place = placeOfTerm(term, form.title, form.keywords);
  if (place === "title") {
    return (
      <span className="chip chip-there">
        <span aria-hidden="true">✓</span> {term}
        <span className="visually-hidden">{t("listing.inTitle")}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={place === "keywords" ? "chip chip-act chip-half" : "chip chip-act"}
      onClick={add}
      aria-label={t("listing.addTerm", { term })}
    >
      <span aria-hidden="true">{place === "keywords" ? "○" : "+"}</span> {term}
    </button>
  );
}

/** How relevant the listing is for the search, and what it brought on the last day. */
function Answered({ search, relevance }: { search: Search; relevance: number | null }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { placeMilli, impressions, clicks, units, clickTicks } = search;
  const percent = relevance === null ? null : relevancePercent(relevance);
  return (
    <div className="search-foot">
      <span className="meter-line">
        {t("listing.relevance")}
        <span className="meter" aria-hidden="true">
          {percent === null ? null : (
            <i style={{ width: `${percent}%` }} className={`fill-${pointsTone(percent)}`} />
          )}
        </span>
        {percent === null ? "–" : `${percent}%`}
      </span>
      {placeMilli === null ? null : (
        <span>
          {t("listing.brought", {
            place: format.number(placeMilli / 1000, 1),
            seen: format.number(Math.round(impressions)),
            clicks: format.number(clicks),
            units: format.number(units),
          })}
        </span>
      )}
      {clickTicks === null ? null : (
        <span>{t("listing.clickPrice", { price: format.ticks(clickTicks) })}</span>
      )}
    </div>
  );
}
