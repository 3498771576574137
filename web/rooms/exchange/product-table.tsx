import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { fileName } from "../../parts/download.ts";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { eitherName, ProductPicture, ReadinessMark, StateMark } from "./marks.tsx";
import type { Catalog } from "./own-catalog.tsx";

type Row = Answer<"GET /catalogs/:enterprise/products">["items"][number];
type Props = {
  catalog: Catalog;
  rows: readonly Row[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

function NameCell({ row, catalog, chosen, onChoose }: { row: Row } & Omit<Props, "rows">) {
  const { t, i18n } = useTranslation("exchange");
  const name = eitherName(row.title, i18n.language === "zh" ? "zh" : "en") || row.key;
  const turn = (isIn: boolean) => {
    const next = new Set(chosen);
    if (isIn) next.add(row.id);
    else next.delete(row.id);
    onChoose(next);
  };
  return (
    <span className="row product-cell">
      {catalog.mayEdit ? (
        <Checkbox
          aria-label={t("choose", { name })}
          checked={chosen.has(row.id)}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
      ) : null}
      <ProductPicture path={row.picture} />
      <Link to={`/catalog/${row.id}`} search={{ of: catalog.enterprise.id }}>
        {name}
      </Link>
    </span>
  );
}

/** The lowest and highest cost that is used; assumed costs say so. */
function CostCell({ row }: { row: Row }) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const { unitCostMinor: range, costCurrency } = row;
  if (range === null || costCurrency === null) return t("none");
  const ends = range.from === range.to ? [range.from] : [range.from, range.to];
  return (
    <>
      {ends.map((minor) => format.money(minor, costCurrency)).join(" – ")}
      {row.assumed.includes("cost") ? <span className="dim"> {t("assumedMark")}</span> : null}
    </>
  );
}

function LacksCell({ row }: { row: Row }) {
  const { t } = useTranslation("exchange");
  const facts = row.assumed.map((fact) => t(`facts.${fact}`)).join(t("comma"));
  const said = row.weaknesses.map((code) => t(`problems.${code.slice("exchange/".length)}`));
  if (facts !== "") said.push(t("assumedFacts", { facts }));
  return <span className="soft lacks">{said.join(" ")}</span>;
}

function useColumns(props: Omit<Props, "rows">): TableColumn<Row>[] {
  const { t, i18n } = useTranslation("exchange");
  const format = useFormat();
  const language = i18n.language === "zh" ? "zh" : "en";
  return [
    {
      key: "name",
      head: t("product"),
      isText: true,
      value: (row) => eitherName(row.title, language),
      cell: (row) => <NameCell row={row} {...props} />,
    },
    {
      key: "readiness",
      head: t("readinessHead"),
      isText: true,
      value: (row) => ["red", "amber", "green"].indexOf(row.readiness),
      cell: (row) => <ReadinessMark of={row.readiness} />,
    },
    {
      key: "state",
      head: t("state"),
      isText: true,
      value: (row) => row.state,
      cell: (row) => <StateMark of={row.state} />,
    },
    {
      key: "category",
      head: t("category"),
      isText: true,
      value: (row) => format.name(row.category.name),
      cell: (row) => (
        <>
          {format.name(row.category.name)}
          {row.category.isAssumed ? <span className="dim"> {t("assumedMark")}</span> : null}
        </>
      ),
    },
    { key: "skus", head: t("skus"), value: (row) => row.skus, cell: (row) => row.skus },
    {
      key: "cost",
      head: t("cost"),
      value: (row) => row.unitCostMinor?.from ?? 0,
      cell: (row) => <CostCell row={row} />,
    },
    {
      key: "lacks",
      head: t("lacks"),
      isText: true,
      value: (row) => row.assumed.length + row.weaknesses.length,
      cell: (row) => <LacksCell row={row} />,
    },
  ];
}

export function ProductTable(props: Props) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const columns = useColumns(props);
  return (
    <DataTable
      rows={props.rows}
      columns={columns}
      rowKey={(row) => row.id}
      caption={t("title")}
      exportAs={fileName(format.name(props.catalog.enterprise.name), t("title"))}
      rowsShown={2_000}
      card={{
        head: "name",
        mark: "readiness",
        facts: ["state", "skus", "cost"],
        act: "lacks",
      }}
    />
  );
}
