import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import { Purchase, type PurchaseProps } from "./purchase.tsx";
import type { SourcedProduct, SupplierTerms } from "./sourcing-answer.ts";

type Props = Pick<PurchaseProps, "row" | "done"> & { supplier: number };

/** Buying from one of a product's suppliers, on its terms. */
export default function SourcedPurchase(props: Props) {
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/sourcing", { where });
  return (
    <Loaded of={answer}>
      {({ products, waitsFromMilli }) => {
        const product = products.find(({ sku }) => sku === props.row.sku);
        return product === undefined ? null : (
          <Chosen {...props} product={product} waitsFromMilli={waitsFromMilli} />
        );
      }}
    </Loaded>
  );
}

function Chosen({
  row,
  done,
  supplier,
  product,
  waitsFromMilli,
}: Props & { product: SourcedProduct; waitsFromMilli: number }) {
  const { t } = useTranslation("sourcing");
  const [number, setNumber] = useState(supplier);
  const [percent, setPercent] = useState<number | null>(null);
  const terms = product.suppliers[number] ?? product.suppliers[0];
  if (terms === undefined) return null;
  const depositBp = percent === null ? undefined : Math.round(percent * 100);
  return (
    <Purchase
      key={number}
      row={row}
      supply={terms}
      done={done}
      way={{ supplier: number, depositBp }}
      waits={terms.waits !== false}
    >
      <SegmentedControl
        aria-label={t("way.supplier")}
        value={String(number)}
        onChange={(value) => setNumber(Number(value))}
        data={product.suppliers.map((one) => ({
          value: String(one.number),
          label: t(`suppliers.${one.number}`),
        }))}
      />
      <TermsText terms={terms} waitsFromMilli={waitsFromMilli} />
      <Deposit terms={terms} percent={percent} setPercent={setPercent} />
    </Purchase>
  );
}

function TermsText({ terms, waitsFromMilli }: { terms: SupplierTerms; waitsFromMilli: number }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const now = format.number(terms.relationMilli);
  const granted = { price: format.percent(terms.priceBp), lead: format.percent(terms.leadBp) };
  return (
    <p className="soft">
      {t("way.output", { count: terms.outputUnits })}
      {" · "}
      {t("way.relation", { now })}
      {terms.priceBp + terms.leadBp > 0 ? ` · ${t("way.granted", granted)}` : ""}
      {terms.waits === false
        ? ` · ${t("way.waitsNot", { milli: format.number(waitsFromMilli), now })}`
        : ""}
    </p>
  );
}

function Deposit({
  terms,
  percent,
  setPercent,
}: {
  terms: SupplierTerms;
  percent: number | null;
  setPercent: (percent: number | null) => void;
}) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  return (
    <NumberField
      label={t("way.deposit")}
      description={t("way.depositText", {
        least: format.percent(terms.depositBp),
        prepay: format.percent(terms.prepayBp),
      })}
      suffix=" %"
      min={terms.depositBp / 100}
      max={100}
      value={percent ?? terms.depositBp / 100}
      onValue={setPercent}
    />
  );
}
