import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useAddressText } from "../use-address.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

type Table = Answer<"GET /practice/seasons/:season/stores/:store/keyword-table">;
type Cell = Table["cells"][number];
type Row = Cell["keywords"][number] & Pick<Cell, "market" | "category">;

const crowds = ["brand", "lowPrice", "composite", "hesitant"] as const;

/** What the searches of the open day bring, and the market price and demand of each market. */
export default function KeywordTable() {
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/keyword-table", { where });
  return <Loaded of={answer}>{(table) => <Shown table={table} />}</Loaded>;
}

function Shown({ table }: { table: Table }) {
  const { t } = useTranslation("sandbox");
  const { season } = useStorePlace();
  const format = useFormat();
  const { markets, nameOf } = useMarkets();
  const [asked, setMarket] = useAddressText("market");
  const [category, setCategory] = useAddressText("category");
  const market = markets.find(({ code }) => code === asked)?.code ?? markets[0]?.code ?? "";
  const { day, toDay } = table;
  const span = day === toDay ? t("day", { day }) : t("days", { day, toDay });
  const rows = table.cells
    .filter((cell) => cell.market === market)
    .filter((cell) => category === undefined || cell.category === category)
    .flatMap((cell) =>
      cell.keywords.map((one) => ({ ...one, market: cell.market, category: cell.category })),
    );
  return (
    <div className="grid">
      <div className="row row-wrap">
        <Select
          label={t("market")}
          data={markets.map(({ code }) => ({ value: code, label: nameOf(code) }))}
          value={market}
          allowDeselect={false}
          onChange={(value) => setMarket(value ?? undefined)}
        />
        <Select
          label={t("category")}
          placeholder={t("all")}
          clearable
          data={season.categories.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
          value={category ?? null}
          onChange={(value) => setCategory(value ?? undefined)}
        />
      </div>
      <Card title={t("keywords.title", { market: nameOf(market), span })} flush>
        {rows.length === 0 ? (
          <Empty title={t("keywords.none")} text={t("keywords.noneText")} />
        ) : (
          <Keywords
            rows={rows}
            day={day}
            caption={t("keywords.title", { market: nameOf(market), span })}
          />
        )}
        <p className="card-body dim">
          {t("keywords.how", {
            seo: format.percent(table.cutSeoBp),
            sem: format.percent(table.cutAdBp),
            keywords: table.keywordsMax,
          })}
        </p>
      </Card>
      <Card title={t("prices.title", { span })} flush>
        <Prices cells={table.cells} day={day} caption={t("prices.title", { span })} />
        <p className="card-body dim">{t("prices.how")}</p>
      </Card>
    </div>
  );
}

function Keywords({ rows, day, caption }: { rows: readonly Row[]; day: number; caption: string }) {
  const { t } = useTranslation("sandbox");
  const format = useFormat();
  const { text, count } = useColumns<Row>();
  const rate = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const percent = (share: number) => format.percent(Math.round(10_000 * share));
  const columns: TableColumn<Row>[] = [
    text(
      "keyword",
      t("keyword"),
      ({ phrase }) => phrase,
      ({ phrase, meaning }) => (
        <span className="block">
          {phrase}
          {format.name(meaning) === phrase ? null : (
            <span className="block dim">{format.name(meaning)}</span>
          )}
        </span>
      ),
    ),
    useCategoryColumn<Row>(),
    count("pv", t("keywords.pv"), ({ impressions }) => impressions),
    count("uv", t("keywords.uv"), ({ clicks }) => clicks),
    count(
      "ctr",
      t("keywords.ctr"),
      ({ clicks, impressions }) => rate(clicks, impressions),
      ({ clicks, impressions }) => percent(rate(clicks, impressions)),
    ),
    count("conversions", t("keywords.conversions"), ({ conversions }) => conversions),
    count(
      "rate",
      t("keywords.rate"),
      ({ conversions, clicks }) => rate(conversions, clicks),
      ({ conversions, clicks }) => percent(rate(conversions, clicks)),
    ),
    count("relevance", t("keywords.relevance"), ({ relevance }) => relevance),
    ...crowds.map((crowd, at) =>
      count(crowd, t(`crowd.${crowd}`), (row: Row) => row.crowds[at] ?? 0),
    ),
  ];
  return (
    <DataTable
      rows={rows}
      caption={caption}
      rowKey={({ category, phrase }) => `${category}/${phrase}`}
      exportAs={`keyword-table-${day}`}
      columns={columns}
      rowsShown={20}
      card={{
        head: "keyword",
        mark: "category",
        facts: ["pv", "uv", "ctr", "conversions", "rate", "relevance", ...crowds],
      }}
    />
  );
}

function useCategoryColumn<R extends { readonly category: string }>(): TableColumn<R> {
  const { t } = useTranslation("sandbox");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text } = useColumns<R>();
  return text("category", t("category"), ({ category }) => {
    const known = season.categories.find(({ id }) => id === category);
    return known === undefined ? category : format.name(known.name);
  });
}

function Prices({ cells, day, caption }: { cells: readonly Cell[]; day: number; caption: string }) {
  const { t } = useTranslation("sandbox");
  const { nameOf } = useMarkets();
  const { text, count, money } = useColumns<Cell>();
  const columns: TableColumn<Cell>[] = [
    text("market", t("market"), ({ market }) => nameOf(market)),
    useCategoryColumn<Cell>(),
    money("reference", t("prices.reference"), ({ referenceMinor }) => referenceMinor, currencyOf),
    money("most", t("prices.most"), ({ mostMinor }) => mostMinor, currencyOf),
    ...crowds.map((crowd, at) =>
      count(crowd, t(`crowd.${crowd}`), (cell: Cell) => cell.crowds[at] ?? 0),
    ),
  ];
  return (
    <DataTable
      rows={cells}
      caption={caption}
      rowKey={({ market, category }) => `${market}/${category}`}
      exportAs={`market-prices-${day}`}
      columns={columns}
      card={{ head: "category", mark: "market", facts: ["reference", "most", ...crowds] }}
    />
  );
}

const currencyOf = ({ currency }: Cell) => currency;
