import "./teaching.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { useLive } from "../../api/live.ts";
import { usePlace } from "../../frame/room.ts";
import { LanguageSwitch } from "../../parts/frame.tsx";
import { Empty, Loaded, Problem } from "../../parts/page.tsx";
import { qrAddress } from "./codes.tsx";
import { codeGrouped, joinAddress } from "./join-code.ts";
import { Reach } from "./reach.tsx";

const pollMillis = 4_000;

/** Who has come in, the newest first: a class sees itself arrive. */
function Arrivals({ of }: { of: string }) {
  const { t } = useTranslation("teaching");
  const where = { class: of };
  const members = useAnswer("GET /classes/:class/members", { where }, { pollMillis });
  const students = (members.data ?? []).filter(({ role }) => role === "student");
  const newest = students.toSorted((a, b) => b.joinedAt.localeCompare(a.joinedAt));
  return (
    <div aria-live="polite">
      <p className="board-count">{t("arrived", { count: students.length })}</p>
      <ul className="board-names">
        {newest.map(({ person, name }) => (
          <li key={person}>{name}</li>
        ))}
      </ul>
    </div>
  );
}

/** The way into the class, large enough for the last row. */
export default function CodeBoard() {
  const { t } = useTranslation("teaching");
  const of = usePlace("class");
  useLive([`class:${of}`]);
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const codes = useAnswer("GET /classes/:class/codes", { where: { class: of } });
  const make = useAct("POST /classes/:class/codes", ["GET /classes/:class/codes"]);
  const makeOne = () => make.mutate({ where: { class: of }, body: {} });
  return (
    <main className="board" id="room">
      <div className="row board-top">
        <h1>{view.data?.name ?? t("joinCode")}</h1>
        <span className="push" />
        <LanguageSwitch />
        <Button component={Link} to={`/classes/${of}/people`} variant="default">
          {t("leaveBoard")}
        </Button>
      </div>
      <Loaded of={codes}>
        {(list) => {
          const code = list.find((one) => one.isOpen && one.role === "student");
          if (code === undefined)
            return (
              <Empty title={t("noCode.title")} text={t("noCode.text")}>
                {make.error === null ? null : <Problem error={make.error} />}
                <Button onClick={makeOne} loading={make.isPending}>
                  {t("makeCode")}
                </Button>
              </Empty>
            );
          return (
            <div className="board-body">
              <img
                src={qrAddress(of, code.code)}
                alt={t("qrOf", { code: codeGrouped(code.code) })}
              />
              <div>
                <p className="board-step">{t("boardScan")}</p>
                <p className="board-address">
                  {new URL(code.url).origin}
                  <wbr />
                  {new URL(joinAddress(code.url)).pathname}
                </p>
                <p className="board-code">{codeGrouped(code.code)}</p>
                <Reach of={code} />
                <Arrivals of={of} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </main>
  );
}
