import "../drawings.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { barPlaces } from "../listing/waterfall-bars.ts";
import type { Part } from "./changes.ts";

const partsShown = 8;

/** Parts of a figure with what each changed, drawn from a common zero line. */
export function PartsTable({
  parts,
  nameOf,
  text,
}: {
  parts: readonly Part[];
  nameOf: (code: string) => ReactNode;
  text: (value: number, sign?: boolean) => string;
}) {
  const { t } = useTranslation("practice");
  const shown = parts.slice(0, partsShown);
  const rest = parts.slice(partsShown);
  const places = barPlaces(
    shown.map(({ now, before }) => ({
      from: Math.min(0, now - before),
      to: Math.max(0, now - before),
    })),
  );
  if (parts.length === 0) return <p className="soft">{t("noParts")}</p>;
  return (
    <table className="waterfall">
      <caption className="sub-head">{t("parts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("part")}</th>
          <th scope="col" className="num">
            {t("lastDay")}
          </th>
          <th scope="col" className="visually-hidden">
            {t("drawn")}
          </th>
          <th scope="col" className="num">
            {t("change")}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ code, now, before }, index) => (
          <tr key={code}>
            <th scope="row">{nameOf(code)}</th>
            <td className="num">{text(now)}</td>
            <td className="fill-cell fill-cell-short">
              <span
                className={now >= before ? "fill fill-good" : "fill fill-bad"}
                style={{
                  left: `${places[index]?.left ?? 0}%`,
                  width: now === before ? 0 : `${places[index]?.width ?? 0}%`,
                }}
              />
            </td>
            <td className="num">{text(now - before, true)}</td>
          </tr>
        ))}
        {rest.length === 0 ? null : <Rest parts={rest} text={text} />}
      </tbody>
    </table>
  );
}

function Rest({
  parts,
  text,
}: {
  parts: readonly Part[];
  text: (value: number, sign?: boolean) => string;
}) {
  const { t } = useTranslation("practice");
  const now = parts.reduce((sum, part) => sum + part.now, 0);
  const before = parts.reduce((sum, part) => sum + part.before, 0);
  return (
    <tr>
      <th scope="row">{t("otherParts", { count: parts.length })}</th>
      <td className="num">{text(now)}</td>
      <td />
      <td className="num">{text(now - before, true)}</td>
    </tr>
  );
}
