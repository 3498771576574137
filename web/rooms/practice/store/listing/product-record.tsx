import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import type { EditorView } from "./listing-form.ts";

/** What the enterprise says about the product: the truth that a listing is held to. */
export function ProductRecord({ view: { product } }: { view: EditorView }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const text = format.name(product.text);
  const facts = [
    [t("unitCost"), format.money(product.unitCostMinor, product.costCurrency)],
    [t("moq"), t("units", { count: product.moq })],
    [t("leadTime"), t("days", { count: product.leadDays })],
    [t("weight"), t("grams", { grams: format.number(product.weightG) })],
    [t("listing.size"), t("listing.sizeMm", { size: product.sizeMm.join(" × ") })],
    [t("listing.hs"), product.hs10],
  ] as const;
  return (
    <details className="card record">
      <summary>{t("listing.recordOf")}</summary>
      <div className="card-body">
        {text === "" ? null : <p className="soft">{text}</p>}
        <dl className="figures">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
