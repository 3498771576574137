import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import { defectShare, type SourcedProduct, type SupplierTerms } from "./sourcing-answer.ts";
import { unitPriceAt } from "./supply-price.ts";

type Row = SupplierTerms & { product: SourcedProduct };
type Props = {
  products: readonly SourcedProduct[];
  /** How many units the prices are for. */
  units: number;
  buyFrom: (sku: string, supplier: number) => void;
  dealWith: (sku: string, supplier: number) => void;
};

/** Every supplier of every product in a line, at one quantity. */
export function SupplierTable(props: Props) {
  const { t } = useTranslation("sourcing");
  const rows = props.products.flatMap((product) =>
    product.suppliers.map((terms): Row => ({ ...terms, product })),
  );
  return (
    <DataTable
      rows={rows}
      caption={t("compare.title")}
      rowKey={({ product, number }) => `${product.sku}/${number}`}
      exportAs="suppliers"
      rowsShown={30}
      card={{
        head: "product",
        mark: "supplier",
        facts: ["unit", "moq", "lead", "output", "deposit", "defects", "relation"],
        act: "act",
      }}
      columns={[...usePriceColumns(props), ...useTrustColumns(props)]}
    />
  );
}

function usePriceColumns({ units }: Props): TableColumn<Row>[] {
  const { t } = useTranslation("sourcing");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, count, money } = useColumns<Row>();
  const books = () => season.booksCurrency;
  const bought = (row: Row) => Math.max(units, row.moq);
  const unitOf = (row: Row) => unitPriceAt(row.breaks, bought(row));
  return [
    text(
      "product",
      t("compare.product"),
      ({ product }) => format.name(product.name),
      ({ product }) => (
        <ProductLabel name={product.name} sku={product.sku} picture={product.picture} />
      ),
    ),
    text("supplier", t("compare.supplier"), ({ number }) => t(`suppliers.${number}`)),
    money("unit", t("compare.unit"), unitOf, books),
    money("total", t("compare.total"), (row) => unitOf(row) * bought(row), books),
    count("moq", t("compare.moq"), ({ moq }) => moq),
    count(
      "lead",
      t("compare.lead"),
      ({ leadDays }) => leadDays,
      ({ leadDays }) => t("compare.leadDays", { count: leadDays }),
    ),
    count("output", t("compare.output"), ({ outputUnits }) => outputUnits),
    count(
      "deposit",
      t("compare.deposit"),
      ({ depositBp }) => depositBp / 100,
      ({ depositBp }) => format.percent(depositBp),
    ),
  ];
}

function useTrustColumns({ buyFrom, dealWith }: Props): TableColumn<Row>[] {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const { count, bare } = useColumns<Row>();
  return [
    count(
      "defects",
      t("compare.defects"),
      (row) => (defectShare(row)?.shareBp ?? -1) / 100,
      (row) => <Defects terms={row} />,
    ),
    count(
      "relation",
      t("compare.relation", { most: format.number(1000) }),
      ({ relationMilli }) => relationMilli,
      ({ relationMilli, units, paid, late }) => (
        <span title={t("compare.relationText", { units, paid, late })}>
          {format.number(relationMilli)}
        </span>
      ),
    ),
    bare("act", <span className="visually-hidden">{t("compare.buy")}</span>, (row) => {
      const facts = {
        product: format.name(row.product.name),
        supplier: t(`suppliers.${row.number}`),
      };
      return (
        <span className="row">
          <Button
            size="xs"
            variant="default"
            aria-label={t("compare.buyFrom", facts)}
            onClick={() => buyFrom(row.product.sku, row.number)}
          >
            {t("compare.buy")}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t("deal.openOf", facts)}
            onClick={() => dealWith(row.product.sku, row.number)}
          >
            {t("deal.open")}
          </Button>
        </span>
      );
    }),
  ];
}

function Defects({ terms }: { terms: SupplierTerms }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const seen = defectShare(terms);
  if (seen === null) {
    return (
      <span className="dim" title={t("compare.unknownText")}>
        {t("compare.unknown")}
      </span>
    );
  }
  const { found, looked } = terms;
  return (
    <span title={t("compare.seenText", { found, looked })}>
      {t("compare.seen", {
        share: format.percent(seen.shareBp),
        error: format.percent(seen.errorBp),
      })}
    </span>
  );
}
