import "./assessment.css";
import { Button, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { useAsked } from "../../frame/room.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import {
  asksOf,
  byArea,
  type Choice,
  chosenOf,
  type Competency,
  electivesOf,
  type Framework,
} from "./framework-map.ts";
import { FrameworkOutside } from "./framework-outside.tsx";
import { ProfileGrid } from "./profile-grid.tsx";
import { RuleText } from "./rule-text.tsx";

/** What is chosen stands in the address, so that it can be sent to somebody. */
function useChoice(): [Choice, (choice: Choice) => void] {
  const navigate = useNavigate();
  const asked = useAsked("words") ?? "";
  // The address follows what is typed; a field that followed the address would break up Chinese.
  const [words, setWords] = useState(asked);
  const choice = {
    role: useAsked("role") ?? null,
    echelon: useAsked("echelon") ?? null,
    words,
  };
  const choose = (next: Choice) => {
    setWords(next.words);
    void navigate({ to: "/framework", search: asksOf(next), replace: true, resetScroll: false });
  };
  return [choice, choose];
}

function useHeading(framework: Framework, { role, echelon }: Choice): string {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const names = [
    framework.roles.find(({ id }) => id === role),
    framework.echelons.find(({ id }) => id === echelon),
  ].flatMap((one) => (one === undefined ? [] : format.name(one.name)));
  return names.length === 0 ? t("all") : names.join(" · ");
}

function About({ framework, choice }: { framework: Framework; choice: Choice }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const role = framework.roles.find(({ id }) => id === choice.role);
  const echelon = framework.echelons.find(({ id }) => id === choice.echelon);
  const electives = electivesOf(framework);
  const hasProfile = framework.profiles.some(
    (one) => one.role === choice.role && one.echelon === choice.echelon,
  );
  return (
    <div className="framework-about">
      {echelon === undefined ? null : <p>{format.name(echelon.about)}</p>}
      {role === undefined ? null : (
        <p className="soft">
          {t("titles", {
            titles: (format.language === "zh" ? role.titles.zh : role.titles.en).join(t("comma")),
          })}
        </p>
      )}
      {role === undefined || echelon === undefined || hasProfile ? null : <p>{t("noProfile")}</p>}
      {electives === undefined || electives.echelon.id !== choice.echelon ? null : (
        <p className="soft">
          {t("crossRole", { echelon: format.name(electives.echelon.name), of: electives.count })}
        </p>
      )}
    </div>
  );
}

function List({ framework, chosen }: { framework: Framework; chosen: readonly Competency[] }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  if (chosen.length === 0) return <Empty title={t("nothing.title")} text={t("nothing.text")} />;
  return (
    <div className="framework-areas">
      {byArea(framework, chosen).map(({ area, competencies }) => (
        <section key={area.id} aria-labelledby={`area-${area.id}`}>
          <h3 id={`area-${area.id}`}>
            {format.name(area.name)} <span className="dim">{competencies.length}</span>
          </h3>
          <ul className="plain-list framework-list">
            {competencies.map((one) => (
              <li key={one.id}>
                <Link to={`/framework/${one.id}`} className="framework-name">
                  <span className="mono">{one.id}</span> {format.name(one.name)}
                </Link>
                <span className="row framework-marks">
                  {one.id.includes(":") ? (
                    <span className="badge badge-accent">{t("beyond.added")}</span>
                  ) : null}
                  {one.raised === null ? null : (
                    <span className="badge badge-accent">{t("beyond.raised")}</span>
                  )}
                  {one.anchors === null ? null : (
                    <span className="badge badge-accent">{t("judged")}</span>
                  )}
                  <span className="badge">{one.echelon}</span>
                </span>
                <p className="soft">
                  <RuleText rule={one.rule} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Chosen({ framework }: { framework: Framework }) {
  const { t } = useTranslation("framework");
  const [choice, choose] = useChoice();
  const heading = useHeading(framework, choice);
  const chosen = chosenOf(framework, choice);
  const isAll = choice.role === null && choice.echelon === null;
  const list = useRef<HTMLDivElement>(null);
  const pick = (next: Choice) => {
    choose(next);
    // On a phone the list lies below the screen, and a tap would seem to do nothing.
    const top = list.current?.getBoundingClientRect().top ?? 0;
    if (top > window.innerHeight * 0.7) list.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className="grid">
      <Card title={t("grid.title")} note={t("version", { version: framework.version })} flush>
        <ProfileGrid framework={framework} choice={choice} onChoose={pick} />
      </Card>
      <div ref={list} className="framework-chosen">
        <Card
          title={heading}
          note={<span role="status">{t("count", { count: chosen.length })}</span>}
          acts={
            isAll ? undefined : (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => choose({ ...choice, role: null, echelon: null })}
              >
                {t("showAll")}
              </Button>
            )
          }
        >
          <TextInput
            aria-label={t("find")}
            placeholder={t("find")}
            value={choice.words}
            onChange={(event) => choose({ ...choice, words: event.currentTarget.value })}
            maxLength={100}
            className="framework-find"
          />
          <About framework={framework} choice={choice} />
          <List framework={framework} chosen={chosen} />
        </Card>
      </div>
      <FrameworkOutside framework={framework} choice={choice} />
    </div>
  );
}

/** Who reads what schools ask beyond the core. */
const readers: readonly string[] = ["operator", "head", "officer", "teacher", "assistant"];

/** Whose requirements lie upon the core, and the way to them for who teaches. */
function Beyond({ framework }: { framework: Framework }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const isReader = useMe().memberships.some(({ role }) => readers.includes(role));
  const titles = framework.overlays.map(({ title }) => format.name(title));
  if (titles.length === 0 && !isReader) return null;
  return (
    <p className="framework-back">
      {titles.length === 0 ? null : t("beyond.with", { titles: titles.join(t("comma")) })}{" "}
      {isReader ? (
        <>
          <Link to="/framework/overlays">{t("beyond.link")}</Link> ·{" "}
          <Link to="/framework/foreign">{t("beyond.foreign")}</Link>
        </>
      ) : null}
    </p>
  );
}

/** From echelon and role to what a person can do there, and what shows it. */
export default function FrameworkRoom() {
  const { t } = useTranslation("framework");
  const framework = useAnswer("GET /framework", {});
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <Loaded of={framework}>
        {(one) => (
          <>
            <Beyond framework={one} />
            <Chosen framework={one} />
          </>
        )}
      </Loaded>
    </>
  );
}
