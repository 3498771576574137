import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { usePlace } from "../../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../../parts/page.tsx";
import { DataTable } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { useMarkets } from "./use-markets.ts";
import { useStorePlace } from "./use-store.ts";

/** One product in one market: its words, price and shipping. */
export default function ListingRoom() {
  const { t } = useTranslation("practice");
  const { where, here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const [sku, market] = [usePlace("sku"), usePlace("market")];
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/products/:sku/:market", {
    where: { ...where, sku, market },
  });
  return (
    <Loaded of={answer}>
      {(view) => (
        <>
          <PageHead title={format.name(view.product.name)} text={nameOf(market)}>
            <Link to={`${here}/products`} className="back-link">
              {t("choose.back")}
            </Link>
          </PageHead>
          <Card flush>
            <DataTable
              rows={view.keywords}
              caption={t("products.title")}
              rowKey={({ query }) => String(query)}
              columns={[
                {
                  key: "phrase",
                  head: t("product"),
                  isText: true,
                  cell: ({ phrase, meaning }) => `${phrase} · ${format.name(meaning)}`,
                },
              ]}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}
