import { Link } from "@tanstack/react-router";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { useExchange } from "../use-rates.ts";
import { partChanges } from "./changes.ts";
import { type Figure, useFigureText } from "./figures.tsx";
import { PartsTable } from "./parts-table.tsx";

type Row = Answer<"GET /practice/seasons/:season/stores/:store/funnel">["rows"][number];
const keyOf = ({ sku, market }: Row) => `${sku}/${market}`;

function useFunnelOf(day: number, enabled = true) {
  const { where } = useStorePlace();
  const asks = { from: String(day), to: String(day) };
  return useAnswer(
    "GET /practice/seasons/:season/stores/:store/funnel",
    { where, asks },
    { enabled },
  );
}

/** Orders or sales by listing, sales at the rates of the day. */
export function WhySold({ figure, day }: { figure: Figure; day: number }) {
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const text = useFigureText();
  const valueOf = useValueOf(figure);
  const [now, before] = [useFunnelOf(day), useFunnelOf(day - 1, day > 1)];
  const values = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), valueOf(row)]));
  return (
    <Loaded of={now}>
      {({ rows }) => {
        const earlier = day > 1 ? (before.data?.rows ?? []) : [];
        const known = new Map([...earlier, ...rows].map((row) => [keyOf(row), row]));
        return (
          <PartsTable
            parts={partChanges(values(rows), values(earlier))}
            nameOf={(code) => {
              const row = known.get(code);
              return row === undefined ? (
                code
              ) : (
                <Link to={`${here}/products/${encodeURIComponent(row.sku)}/${row.market}`}>
                  {format.name(row.name)} · {nameOf(row.market)}
                </Link>
              );
            }}
            text={(value, sign) => text(figure, value, sign)}
          />
        );
      }}
    </Loaded>
  );
}

/** A listing's orders, or its sales in the books' currency. */
function useValueOf({ id }: Figure): (row: Row) => number {
  const { season } = useStorePlace();
  const { currencyOf } = useMarkets();
  const exchange = useExchange();
  return (row) =>
    id === "orders"
      ? row.orders
      : (exchange(row.revenueMinor, currencyOf(row.market), season.booksCurrency) ?? 0);
}
