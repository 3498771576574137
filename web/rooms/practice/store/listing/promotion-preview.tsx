import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import type { Projection } from "../use-store.ts";

type Preview = NonNullable<Extract<Projection, { kind: "accepted" }>["promotion"]>;

/** What orders of one, two and three pieces pay, and what is left of a unit, with and without. */
export function PromotionPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const { currency, shareBp, piecesMilli, fullPiecesMilli } = preview;
  const money = (minor: number | null) =>
    minor === null ? t("preview.none") : format.money(minor, currency);
  const tone = (minor: number | null) => (minor !== null && minor < 0 ? "bad" : "");
  return (
    <div aria-live="polite">
      <div className="table-wrap">
        <table className="money-lines promotion-preview">
          <caption className="visually-hidden">{t("preview.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("preview.pieces")}</th>
              <th scope="col">{t("preview.paid")}</th>
              <th scope="col">{t("preview.full")}</th>
              <th scope="col">{t("preview.margin")}</th>
              <th scope="col">{t("preview.fullMargin")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.pieces.map((one) => (
              <tr key={one.pieces}>
                <th scope="row">{format.number(one.pieces)}</th>
                <td>
                  <b>{money(one.paidMinor)}</b>
                </td>
                <td className="dim">{money(one.fullMinor)}</td>
                <td className={tone(one.marginMinor)}>{money(one.marginMinor)}</td>
                <td className="dim">{money(one.fullMarginMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shareBp === 10_000 ? null : (
        <p className="soft">{t("preview.share", { share: format.percent(shareBp) })}</p>
      )}
      {piecesMilli === fullPiecesMilli ? null : (
        <p className="soft">
          {t("preview.mean", {
            pieces: format.number(piecesMilli / 1_000, 2),
            full: format.number(fullPiecesMilli / 1_000, 2),
          })}
        </p>
      )}
    </div>
  );
}
