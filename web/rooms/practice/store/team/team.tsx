import "./team.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Card } from "../../../../parts/page.tsx";
import { ReasonButton } from "../../../../parts/reason-button.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useIsOver, useStorePlace } from "../use-store.ts";
import { teamDoes, type Team, type TeamMember } from "./team-answer.ts";
import { TeamDrawer } from "./team-drawer.tsx";
import { TeamHistory } from "./team-history.tsx";

/** Who decides what in the store, and what may be spent; who is alone sees none of it. */
export default function TeamCard() {
  const { t } = useTranslation(["teams", "practice"]);
  const { where } = useStorePlace();
  const isOver = useIsOver();
  const [isOpen, setOpen] = useState(false);
  const { data: team } = useAnswer(teamDoes, { where });
  if (team === undefined || !team.isTeam) return null;
  const captain = team.members.find((one) => one.isCaptain)?.name ?? "";
  const mayNot = team.mayEdit ? null : t("roles.ask", { name: captain });
  return (
    <Card
      title={t("roles.title")}
      acts={
        <ReasonButton
          size="xs"
          variant="default"
          reason={isOver ? t("locked.finished") : mayNot}
          onClick={() => setOpen(true)}
        >
          {t("roles.change")}
        </ReasonButton>
      }
    >
      <div className="grid">
        <Members team={team} />
        {mayNot === null || isOver ? null : <p className="dim">{mayNot}</p>}
        <Budgets team={team} />
        <TeamHistory team={team} />
      </div>
      <TeamDrawer team={team} isOpen={isOpen && team.mayEdit} close={() => setOpen(false)} />
    </Card>
  );
}

function Members({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const isShared = team.members.some(({ areas }) => areas.length > 0);
  const free = team.areas.filter(({ owners }) => owners.length === 0);
  const names = free.map(({ area }) => t(`areas.${area}`)).join(t("comma"));
  return (
    <>
      <ul className="team-list">
        {team.members.map((member) => (
          <Member key={member.person} member={member} currency={team.currency} />
        ))}
      </ul>
      {isShared ? null : <p className="soft">{t("roles.everything")}</p>}
      {isShared && free.length > 0 ? (
        <p className="warn">{t("roles.free", { areas: names })}</p>
      ) : null}
    </>
  );
}

function Member({ member, currency }: { member: TeamMember; currency: string }) {
  const { t } = useTranslation("teams");
  const format = useFormat();
  const { name, isCaptain, areas, limitMinor } = member;
  const limit =
    limitMinor === null ? null : t("roles.upTo", { money: format.money(limitMinor, currency) });
  return (
    <li>
      <span className="row row-wrap">
        <strong>{name}</strong>
        {isCaptain ? <span className="badge badge-accent">{t("roles.captain")}</span> : null}
      </span>
      {areas.length === 0 && limit === null ? null : (
        <span className="soft">
          {areas.length === 0
            ? t("roles.noArea")
            : areas.map((area) => t(`areas.${area}`)).join(t("comma"))}
          {limit === null ? null : <> · {limit}</>}
        </span>
      )}
    </li>
  );
}

function Budgets({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const format = useFormat();
  const money = (minor: number) => format.money(minor, team.currency);
  const set = team.areas.flatMap(({ area, budget }) =>
    budget === null ? [] : [{ area, ...budget }],
  );
  if (set.length === 0) return null;
  return (
    <section>
      <h3 className="sub-head">{t("roles.budgets")}</h3>
      <ul className="team-list">
        {set.map(({ area, amountMinor, spentMinor, sinceDay: day }) => {
          const used = amountMinor === 0 ? 100 : Math.min(100, (100 * spentMinor) / amountMinor);
          const left = money(Math.max(0, amountMinor - spentMinor));
          const facts = { spent: money(spentMinor), budget: money(amountMinor), day };
          return (
            <li key={area}>
              <span className="team-budget">
                <span>{t(`areas.${area}`)}</span>
                <span className="num">{t("roles.left", { money: left })}</span>
              </span>
              <span className="team-track" aria-hidden="true">
                <span style={{ width: `${used}%` }} />
              </span>
              <span className="dim">{t("roles.spent", facts)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
