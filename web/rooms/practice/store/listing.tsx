import { useAnswer } from "../../../api/query.ts";
import { usePlace } from "../../../frame/room.ts";
import { Loaded } from "../../../parts/page.tsx";
import { Guide } from "./guide.tsx";
import { Editor } from "./listing/editor.tsx";
import { useStorePlace } from "./use-store.ts";

/** One product in one market: its words and pictures, its price and its shipping. */
export default function ListingRoom() {
  const { where } = useStorePlace();
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
