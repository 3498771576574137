import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import type { Team } from "./team-answer.ts";

type Line = Team["history"][number];

/** What was changed, by whom and on which day, behind a line that opens for who asks. */
export function TeamHistory({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const say = useChange(team.currency);
  const by = ({ day, author }: Line) => t("roles.said", { day, author });
  const { history } = team;
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{t("roles.history", { count: history.length })}</summary>
      <ul className="effects">
        {history.map((line) => (
          <li key={line.number}>
            <span className="dim">{by(line)}</span> {say(line)}
            {line.isSuperseded ? (
              <>
                {" "}
                <span className="badge">{t("roles.withdrawn")}</span>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function useChange(currency: string): (line: Line) => string {
  const { t } = useTranslation("teams");
  const format = useFormat();
  return ({ change, name }) => {
    if (change.kind === "name-captain") return t("roles.leads", { name });
    if (change.kind === "set-budget") {
      const area = t(`areas.${change.area}`);
      if (change.amountMinor === null) return t("roles.budgetGone", { area });
      return t("roles.budgetSet", { area, money: format.money(change.amountMinor, currency) });
    }
    const areas = change.areas.map((area) => t(`areas.${area}`)).join(t("comma"));
    const given =
      change.areas.length === 0
        ? t("roles.givenNothing", { name })
        : t("roles.given", { name, areas });
    if (change.limitMinor === null) return given;
    const money = format.money(change.limitMinor, currency);
    return `${given} · ${t("roles.upTo", { money })}`;
  };
}
