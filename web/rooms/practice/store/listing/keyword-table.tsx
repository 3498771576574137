import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { keywordsMax, type Section } from "./editor-parts.ts";
import { pointsTone, relevancePercent } from "./score-bars.ts";
import { placeOfTerm, withKeyword, withTerm } from "./terms.ts";

type Row = Section["view"]["keywords"][number];

/** What buyers type in this market, what it means, how often, and how the listing answers it. */
export function KeywordTable({ view, form, change, sum }: Section) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const live = form.title.trim() === "" ? null : (sum.scores?.relevance ?? null);
  const relevanceOf = (row: Row) => live?.[row.query] ?? row.relevance ?? 0;
  const addTerm = (term: string) => change({ title: withTerm(form.title, term) });
  const addPhrase = (phrase: string) =>
    change({ keywords: withKeyword(form.keywords, phrase, keywordsMax) });
  const count = (key: "impressions" | "clicks" | "units", head: string): TableColumn<Row> => ({
    key,
    head,
    value: (row) => Math.round(row[key]),
    cell: (row) => format.number(Math.round(row[key])),
  });
  const columns: TableColumn<Row>[] = [
    {
      key: "phrase",
      head: t("listing.search"),
      isText: true,
      value: ({ phrase }) => phrase,
      cell: ({ phrase, meaning }) => (
        <span className="product-label">
          <span>{phrase}</span>
          <span className="dim product-sku">{format.name(meaning)}</span>
        </span>
      ),
    },
    {
      key: "visits",
      head: t("listing.visits"),
      value: ({ visits }) => Math.round(visits),
      cell: ({ visits }) => format.number(Math.round(visits)),
    },
    {
      key: "terms",
      head: t("listing.terms"),
      isText: true,
      cell: ({ terms }) => <Terms terms={terms} form={form} add={addTerm} />,
    },
    {
      key: "add",
      head: t("listing.keywords"),
      isText: true,
      cell: ({ phrase }) => {
        const isThere = form.keywords.includes(phrase);
        return isThere ? (
          <span className="dim">{t("listing.isKeyword")}</span>
        ) : (
          <button type="button" className="chip chip-act" onClick={() => addPhrase(phrase)}>
            {t("listing.addKeyword")}
            <span className="visually-hidden">{phrase}</span>
          </button>
        );
      },
    },
    {
      key: "relevance",
      head: t("listing.relevance"),
      value: (row) => relevancePercent(relevanceOf(row)),
      cell: (row) => <Relevance percent={relevancePercent(relevanceOf(row))} />,
    },
    {
      key: "place",
      head: t("listing.place"),
      value: ({ placeMilli }) => (placeMilli ?? 0) / 1000,
      cell: ({ placeMilli }) => (placeMilli === null ? "–" : format.number(placeMilli / 1000, 1)),
    },
    count("impressions", t("seen")),
    count("clicks", t("clicks")),
    count("units", t("listing.units")),
  ];
  return (
    <Card title={t("listing.keywordTable", { market: nameOf(view.market) })} flush>
      <p className="card-body soft">{t("listing.keywordTableText")}</p>
      <DataTable
        rows={view.keywords}
        caption={t("listing.keywordTable", { market: nameOf(view.market) })}
        rowKey={({ query }) => String(query)}
        exportAs={`keywords-${view.market}`}
        columns={columns}
      />
    </Card>
  );
}

/** A search's words: those in the title or keywords are ticked, the others can be added. */
function Terms({
  terms,
  form,
  add,
}: {
  terms: readonly string[];
  form: Section["form"];
  add: (term: string) => void;
}) {
  const { t } = useTranslation("practice");
  return (
    <span className="chips">
      {terms.map((term) => {
        const place = placeOfTerm(term, form.title, form.keywords);
        return place === "title" ? (
          <span key={term} className="chip chip-there" title={t("listing.inTitle")}>
            <span aria-hidden="true">✓</span> {term}
            <span className="visually-hidden">{t("listing.inTitle")}</span>
          </span>
        ) : (
          <button
            key={term}
            type="button"
            className={place === "keywords" ? "chip chip-act chip-half" : "chip chip-act"}
            onClick={() => add(term)}
            aria-label={t("listing.addTerm", { term })}
          >
            <span aria-hidden="true">{place === "keywords" ? "○" : "+"}</span> {term}
          </button>
        );
      })}
    </span>
  );
}

function Relevance({ percent }: { percent: number }) {
  return (
    <span className="meter-line">
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${percent}%` }} className={`bar-${pointsTone(percent)}`} />
      </span>
      {percent}%
    </span>
  );
}
