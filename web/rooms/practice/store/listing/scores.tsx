import "../drawings.css";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useSaid } from "../said.ts";
import type { Section } from "./editor-parts.ts";
import { joinedHints } from "./joined-hints.ts";
import { contentParts, contentPoints, pointsTone } from "./score-bars.ts";

const hintsShown = 6;

/** How good the words and pictures are by fixed rules, and what would make them better. */
export function Scores({ view, form, sum, hasTextChange }: Section & { hasTextChange: boolean }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const attributes = new Map(view.attributes.map(({ key, name }) => [key, name]));
  const say = useSaid(attributes);
  const isWritten = form.title.trim() !== "";
  const scores = isWritten ? (sum.scores ?? (hasTextChange ? null : view.scores)) : null;
  if (scores === null) {
    return (
      <Card title={t("listing.scores")}>
        <p className="soft">{t(isWritten ? "listing.scoring" : "listing.writeFirst")}</p>
      </Card>
    );
  }
  const points = contentPoints(scores.contentMilli);
  const hints = [...new Set(joinedHints(scores.hints, t("listComma")).map(say))];
  return (
    <Card title={t("listing.scores")} note={t("listing.scoresHow")}>
      <div aria-live="polite">
        <p className="tile-value">
          <span className={pointsTone(points)}>{points}</span>
          <span className="dim of-hundred">/ 100</span>
        </p>
        <table className="fill-table">
          <caption className="visually-hidden">{t("listing.scores")}</caption>
          <tbody>
            {contentParts.map(({ part, weight }) => {
              const share = scores.parts[part] / 10;
              return (
                <tr key={part}>
                  <th scope="row">
                    {t(`listing.part.${part}`)} <span className="dim">{weight}%</span>
                  </th>
                  <td className="fill-cell">
                    <span
                      className={`fill fill-${pointsTone(share)}`}
                      style={{ width: `${share}%` }}
                    />
                  </td>
                  <td className="num">{format.number(share)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {scores.claimMilli === 0 ? null : (
          <p className="warn">{t("listing.claims", { points: scores.claimMilli / 20 })}</p>
        )}
        {hints.length === 0 ? <p className="good">{t("listing.noHints")}</p> : null}
        <ul className="hints">
          {hints.slice(0, hintsShown).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
        {hints.length <= hintsShown ? null : (
          <p className="dim">{t("listing.moreHints", { count: hints.length - hintsShown })}</p>
        )}
      </div>
    </Card>
  );
}
