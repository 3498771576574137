import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { useStorePlace } from "../use-store.ts";
import { DealDrawer } from "./deal-drawer.tsx";
import { Deliveries } from "./deliveries.tsx";
import { Heard } from "./heard.tsx";
import { SupplierTable } from "./supplier-table.tsx";
import type { SourcingAnswer } from "./sourcing-answer.ts";

type Props = { buyFrom: (sku: string, supplier: number) => void };

/** Suppliers side by side, and what they delivered. */
export default function Sourcing({ buyFrom }: Props) {
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/sourcing",
    { where },
    { keepPrevious: true },
  );
  return (
    <Loaded of={answer}>
      {(sourcing) => (
        <>
          <Comparison sourcing={sourcing} buyFrom={buyFrom} />
          <Heard events={sourcing.events} />
          <Deliveries events={sourcing.events} />
        </>
      )}
    </Loaded>
  );
}

const unitsAtFirst = 100;

function Comparison({ sourcing, buyFrom }: Props & { sourcing: SourcingAnswer }) {
  const { t } = useTranslation("sourcing");
  const [units, setUnits] = useState<number | null>(unitsAtFirst);
  const [deal, setDeal] = useState<{ sku: string; supplier: number } | null>(null);
  if (sourcing.products.length === 0) {
    return (
      <Card title={t("compare.title")}>
        <Empty title={t("compare.title")} text={t("compare.none")} />
      </Card>
    );
  }
  return (
    <Card title={t("compare.title")} note={t("compare.note")} flush>
      <div className="card-body grid">
        <p className="soft">{t("compare.text")}</p>
        <NumberField
          label={t("compare.units")}
          min={1}
          max={100_000}
          value={units}
          onValue={setUnits}
        />
      </div>
      <SupplierTable
        products={sourcing.products}
        units={units ?? 1}
        buyFrom={buyFrom}
        dealWith={(sku, supplier) => setDeal({ sku, supplier })}
      />
      <DealDrawer sourcing={sourcing} deal={deal} close={() => setDeal(null)} />
    </Card>
  );
}
