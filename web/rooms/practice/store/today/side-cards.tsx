import "../drawings.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { pointsText } from "../../points.ts";
import { ScoringValue } from "../../scoring-value.tsx";
import { useSaid } from "../said.ts";
import { useStorePlace } from "../use-store.ts";

type Today = Answer<"GET /practice/seasons/:season/stores/:store/today">;

const scoreParts = ["profitMilli", "customerMilli", "operationsMilli", "processMilli"] as const;

/** The rank, and the four parts of the score as bars. */
export function Standing({ standing }: { standing: Today["standing"] }) {
  const { t } = useTranslation(["practice", "scoring"]);
  const { here, season } = useStorePlace();
  if (standing === null) return null;
  const { rank, of, value, isTasksOnly, scoreMilli, parts } = standing;
  // Process is marked in seasons that have documents and filings; elsewhere it is no part.
  const shown = scoreParts.filter((part) => part !== "processMilli" || parts[part] >= 0);
  return (
    <Card
      title={t("standing.title")}
      acts={
        <Link to={`${here}/insight`} search={{ tab: "standing" }}>
          {t("standing.all")}
        </Link>
      }
    >
      {rank === null ? (
        <p className="soft">
          {season.ranking === "frozen" && season.rankingDay !== null
            ? t("frozenHere", { day: season.rankingDay })
            : t("hidden.title")}
        </p>
      ) : of > 1 ? (
        <p className="tile-value">{t("standing.rank", { rank, of })}</p>
      ) : null}
      {season.scoring === "balanced" ? null : (
        <p>
          {t(`names.${season.scoring}`)}{" "}
          <strong>
            <ScoringValue value={value} scoring={season.scoring} currency={season.booksCurrency} />
          </strong>
        </p>
      )}
      {isTasksOnly ? (
        <p className="dim">{t("standing.tasksOnly")}</p>
      ) : (
        <>
          <table className="fill-table">
            <caption className="visually-hidden">{t("standing.title")}</caption>
            <tbody>
              <Part name={t("standing.score")} milli={scoreMilli} isSum />
              {shown.map((part) => (
                <Part key={part} name={t(`standing.${part}`)} milli={parts[part]} />
              ))}
            </tbody>
          </table>
          <p className="dim">{t("standing.how")}</p>
        </>
      )}
    </Card>
  );
}

function Part({ name, milli, isSum = false }: { name: string; milli: number; isSum?: boolean }) {
  const format = useFormat();
  const points = Math.max(0, milli) / 10;
  return (
    <tr className={isSum ? "fill-sum" : ""}>
      <th scope="row">{name}</th>
      <td className="fill-cell">
        <span className="fill" style={{ width: `${points}%` }} />
      </td>
      <td className="num">{pointsText(milli, format.number)}</td>
    </tr>
  );
}

/** Announced events, soonest first; those that began on a closed day are in force. */
export function Coming({ coming, closed }: { coming: Today["coming"]; closed: number }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  return (
    <Card title={t("coming.title")}>
      {coming.length === 0 ? <p className="soft">{t("coming.none")}</p> : null}
      <ul className="plain-list">
        {coming.map(({ day, code, date, headline }) => (
          <li key={`${day}/${code}/${headline.en}`}>
            <strong>{t(day <= closed ? "coming.since" : "coming.on", { day })}</strong>{" "}
            <span className="dim">{format.date(date)}</span>
            <br />
            {format.name(headline)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the last close noted about the store. */
export function Changed({ changed }: { changed: Today["changed"] }) {
  const { t } = useTranslation("practice");
  const say = useSaid();
  const sentences = changed.map(({ code, facts }) => say({ code: `notice/${code}`, facts }));
  if (sentences.length === 0) return null;
  return (
    <Card title={t("changed.title")}>
      <ul className="plain-list">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
