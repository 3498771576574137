import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import type { Projection } from "../use-store.ts";
import { setSum } from "./product-set.ts";

type Preview = NonNullable<Extract<Projection, { kind: "accepted" }>["promotion"]>;

/** What a bundle's products cost alone and in a set, what a unit leaves, and who takes a set. */
export function BundlePreview({ preview: { bundle, currency } }: { preview: Preview }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const money = (minor: number) => format.money(minor, currency);
  const sum = (pick: (one: Preview["bundle"][number]) => number) =>
    bundle.reduce((total, one) => total + pick(one), 0);
  const margin = (minor: number | null) => (
    <span className={minor !== null && minor < 0 ? "bad" : ""}>
      {minor === null ? t("preview.none") : money(minor)}
    </span>
  );
  return (
    <div aria-live="polite">
      <div className="table-wrap">
        <table className="money-lines promotion-preview">
          <caption className="visually-hidden">{t("set.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("report.product")}</th>
              <th scope="col">{t("set.price")}</th>
              <th scope="col">{t("set.alone")}</th>
              <th scope="col">{t("preview.margin")}</th>
              <th scope="col">{t("preview.fullMargin")}</th>
              <th scope="col">{t("set.takers")}</th>
            </tr>
          </thead>
          <tbody>
            {bundle.map((one) => (
              <tr key={one.sku}>
                <th scope="row">{format.name(one.name)}</th>
                <td>
                  <b>{money(one.inSetMinor)}</b>
                </td>
                <td className="dim">{money(one.aloneMinor)}</td>
                <td>{margin(one.inSetMarginMinor)}</td>
                <td className="dim">{margin(one.aloneMarginMinor)}</td>
                <td>{format.percent(one.takeBp)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("set.whole")}</th>
              <td>
                <b>{money(sum(({ inSetMinor }) => inSetMinor))}</b>
              </td>
              <td className="dim">{money(sum(({ aloneMinor }) => aloneMinor))}</td>
              <td>{margin(setSum(bundle.map(({ inSetMarginMinor }) => inSetMarginMinor)))}</td>
              <td className="dim">
                {margin(setSum(bundle.map(({ aloneMarginMinor }) => aloneMarginMinor)))}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="soft">{t("set.how")}</p>
    </div>
  );
}
