import "./store.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { usePlace } from "../../../frame/room.ts";
import { Loaded, PageHead } from "../../../parts/page.tsx";
import { Guide } from "./guide.tsx";
import { Editor } from "./listing/editor.tsx";
import { useStorePlace } from "./use-store.ts";

/** One product in one market: its words and pictures, its price and its shipping. */
export default function ListingRoom() {
  const { t } = useTranslation("practice");
  const { where, here } = useStorePlace();
  const sku = usePlace("sku");
  const market = usePlace("market");
  const editor = useAnswer("GET /practice/seasons/:season/stores/:store/products/:sku/:market", {
    where: { ...where, sku, market },
  });
  const products = useAnswer("GET /practice/seasons/:season/stores/:store/products", { where });
  const offer = products.data?.offers.find((one) => one.sku === sku);
  return (
    <>
      <Guide isLine />
      {editor.error !== null && editor.data === undefined ? (
        <PageHead title={sku}>
          <Link to={`${here}/products`} className="back-link">
            {t("choose.back")}
          </Link>
        </PageHead>
      ) : null}
      <Loaded of={products}>
        {() => (
          <Loaded of={editor} rows={6}>
            {(view) => (
              <Editor
                key={`${sku}/${market}`}
                view={view}
                listings={offer?.listings ?? [view.row]}
                photoLevel={offer?.photoLevel ?? 0}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
