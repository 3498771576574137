import "../drawings.css";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { barPlaces, type Economics, waterfallBars } from "./waterfall-bars.ts";

/** From what the buyer pays to what is left of one unit, each step with its figure. */
export function Waterfall({ economics }: { economics: Economics }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const bars = waterfallBars(economics);
  const places = barPlaces(bars);
  const { currency, marginMinor, marginBp, certainty, rateSource } = economics;
  return (
    <div>
      <table className="waterfall waterfall-unit">
        <caption className="sub-head">{t("listing.waterfall")}</caption>
        <tbody>
          {bars.map(({ code, kind, minor }, index) => {
            const place = places[index];
            const tone = kind === "result" && minor < 0 ? "loss" : kind;
            return (
              <tr key={code} className={`waterfall-${kind}`}>
                <th scope="row">{t(`listing.bar.${code}`)}</th>
                <td className="fill-cell">
                  <span
                    className={`fill fill-${tone}`}
                    style={{ left: `${place?.left ?? 0}%`, width: `${place?.width ?? 0}%` }}
                  />
                </td>
                <td className="num">
                  {kind === "result" ? (
                    <span className={minor < 0 ? "bad" : "good"}>
                      {format.money(minor, currency)}
                    </span>
                  ) : (
                    format.money(minor, currency)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={marginMinor < 0 ? "bad" : "soft"}>
        {t(marginMinor < 0 ? "listing.loses" : "listing.leaves", {
          money: format.money(Math.abs(marginMinor), currency),
          share: format.percent(Math.abs(marginBp)),
        })}
      </p>
      <p className="dim">
        <span className="badge">{t(`certainty.${certainty}`)}</span>{" "}
        {t(`certaintyText.${certainty}`)}{" "}
        {rateSource === null ? null : t(`rateSource.${rateSource}`)} {t("listing.notAdvice")}
      </p>
    </div>
  );
}
