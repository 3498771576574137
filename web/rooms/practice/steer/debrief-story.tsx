import { useTranslation } from "react-i18next";
import { Delta } from "../../../parts/figures.tsx";
import { Empty } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import type { DebriefData } from "./debrief-data.ts";
import { useStoreName } from "../store-name.ts";

const signed = (percent: string) => (/^[-−0]/.test(percent) ? percent : `+${percent}`);

/** What happened to the whole market, day by day. */
export function Story({ data }: { data: DebriefData }) {
  const { t } = useTranslation(["debrief", "steer"]);
  const format = useFormat();
  const nameOf = useStoreName();
  if (data.story.length === 0)
    return <Empty title={t("debrief.quiet.title")} text={t("debrief.quiet.text")} />;
  return (
    <ol className="story">
      {data.story.map((event) => (
        <li key={`${event.day} ${event.code} ${event.headline.en}`}>
          <span className="story-day">{t("dayNumber", { day: event.day })}</span>
          <span>
            <span className="badge">{t(`event.kinds.${event.code}`)}</span>{" "}
            {format.name(event.headline)}
          </span>
          <span className="story-effect">
            <Delta
              change={event.value}
              text={t("debrief.marketUnits", { change: signed(format.percent(event.value)) })}
            />
          </span>
          {event.responses.length === 0 ? null : (
            <details className="story-responses">
              <summary>{t("debrief.responses", { count: event.responded })}</summary>
              <ul>
                {event.responses.map(({ store, name, day, plan }) => (
                  <li key={store}>
                    <b>{nameOf({ store, name })}</b>{" "}
                    <span className="dim">{t("dayNumber", { day: format.number(day) })}</span>{" "}
                    {plan}
                  </li>
                ))}
                {event.responded > event.responses.length ? (
                  <li className="dim">
                    {t("debrief.others", { count: event.responded - event.responses.length })}
                  </li>
                ) : null}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
