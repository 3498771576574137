import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Empty } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import type { DebriefData } from "./debrief-data.ts";
import { useAreNamesHidden, useStoreName } from "../store-name.ts";

const storesShown = 12;

type Facts = DebriefData["misconceptions"][number]["stores"][number]["facts"];

/** Common mistakes that the log shows: what it is, who made it, and the question to ask. */
export function Mistakes({ data }: { data: DebriefData }) {
  const { t } = useTranslation(["debrief", "steer"]);
  const { id } = useSeason();
  const areNamesHidden = useAreNamesHidden();
  const nameOf = useStoreName();
  // A slide's own heading is the page's; elsewhere a sheet stands below one of its own.
  const Heading = useAsked("projector") === undefined ? "h3" : "h2";
  const format = useFormat();
  const howFar = (code: string, facts: Facts) =>
    t(`mistakes.${code}.far`, {
      clicks: format.number(Number(facts["clicks"] ?? 0)),
      units: format.number(Number(facts["units"] ?? 0)),
      times: format.number(Number(facts["timesMilli"] ?? 0) / 1_000, 1),
    });
  if (data.misconceptions.length === 0)
    return <Empty title={t("debrief.noMistake.title")} text={t("debrief.noMistake.text")} />;
  return (
    <div className="grid grid-even">
      {data.misconceptions.map(({ code, stores }) => (
        <article key={code} className="mistake">
          <Heading>{t(`mistakes.${code}.name`)}</Heading>
          <p className="soft">{t(`mistakes.${code}.text`)}</p>
          <p>{t(`mistakes.${code}.question`)}</p>
          <p>
            {areNamesHidden
              ? t("storeCount", { count: stores.length })
              : stores.slice(0, storesShown).map((one) => (
                  <Link key={one.store} to={`/s/${id}/${one.store}/today`} className="badge">
                    {t("debrief.onDays", { name: nameOf(one), count: one.days })}
                    {" · "}
                    {howFar(code, one.facts)}
                  </Link>
                ))}
            {!areNamesHidden && stores.length > storesShown ? (
              <span className="soft">
                {" "}
                {t("debrief.others", { count: stores.length - storesShown })}
              </span>
            ) : null}
          </p>
        </article>
      ))}
    </div>
  );
}
