import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { BandMark } from "./band-mark.tsx";
import { MissingText } from "./missing-text.tsx";
import { RuleText } from "./rule-text.tsx";
import { isPracticed, nextOf, type Seen } from "./standing.ts";

const shownMax = 5;

/** What no season shows: it is named, so that nobody waits for it. */
function Unpracticed({ of }: { of: readonly Seen[] }) {
  const { t } = useTranslation(["evidence", "framework"]);
  const format = useFormat();
  if (of.length === 0) return null;
  return (
    <div className="unpracticed">
      <h3>{t("next.unpracticed")}</h3>
      <p className="soft">{t("next.unpracticedText")}</p>
      <p className="soft">{of.map(({ one }) => format.name(one.name)).join(t("comma"))}</p>
    </div>
  );
}

/** What is not mastered of a core, the largest gap first, with what practice shows it. */
export function WhatNext({ core }: { core: readonly Seen[] }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  const next = nextOf(core);
  const practiced = next.filter(({ one }) => isPracticed(one));
  const shown = isAll ? practiced : practiced.slice(0, shownMax);
  const left = practiced.length - shown.length;
  return (
    <Card title={t("next.title")} note={t("next.note")}>
      {practiced.length === 0 ? <p className="soft">{t("next.none")}</p> : null}
      <ol className="plain-list next-list">
        {shown.map((seen) => (
          <li key={seen.one.id}>
            <div className="row row-wrap">
              <Link to={`/framework/${seen.one.id}`} className="standing-name">
                <span className="mono">{seen.one.id}</span> {format.name(seen.one.name)}
              </Link>
              <BandMark level={seen.level} />
            </div>
            <p className="framework-rule next-rule">
              <RuleText rule={seen.one.rule} />
            </p>
            {seen.standing === undefined ? null : (
              <p className="soft">
                <MissingText {...seen} />
              </p>
            )}
          </li>
        ))}
      </ol>
      {left === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t("next.all", { left })}
        </Button>
      )}
      <Unpracticed of={next.filter(({ one }) => !isPracticed(one))} />
    </Card>
  );
}
