import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import type { StrategyAnswer } from "./company-answer.ts";
import { KeptTable } from "./kept-table.tsx";
import { StrategyForm } from "./strategy-form.tsx";
import { useAuthor } from "../use-author.ts";

type Said = NonNullable<StrategyAnswer["stated"]>;

const first = { note: "note", text: "text" };
const later = { note: "noteLater", text: "textLater" };
const missed = { note: "noteMissed", text: "textMissed" };

/** What the store means to become, what was amended since, and how far it became that. */
export function Strategy({ strategy }: { strategy: StrategyAnswer }) {
  const { t } = useTranslation("strategy");
  const { season } = useStorePlace();
  const format = useFormat();
  const { until, stated, amendments } = strategy;
  const isAmendment = season.day > until;
  const isSaid = stated !== null || amendments.length > 0;
  const words = isAmendment ? (isSaid ? later : missed) : first;
  return (
    <Card title={t("title")} note={t(words.note, { day: until })} flush>
      <div className="card-body grid">
        <p className="soft">{t(words.text)}</p>
        {stated === null ? null : <Statement said={stated} />}
        {amendments.map((one, place) => (
          <Statement key={`${one.day}/${amendments.length - place}`} said={one} isAmendment />
        ))}
        <StrategyForm strategy={strategy} isAmendment={isAmendment} />
      </div>
      {isSaid ? (
        <>
          <KeptTable strategy={strategy} />
          <p className="card-body dim">
            {t("how", {
              near: format.percent(strategy.nearBp),
              index: format.number(strategy.indexNearBp / 100),
              indexNear: format.number(strategy.indexNearBp / 50),
            })}
          </p>
        </>
      ) : null}
    </Card>
  );
}

function Statement({ said, isAmendment = false }: { said: Said; isAmendment?: boolean }) {
  const { t } = useTranslation("strategy");
  const format = useFormat();
  const author = useAuthor()(said.author);
  const day = format.number(said.day);
  return (
    <figure className="strategy-said">
      <blockquote>{said.strategy}</blockquote>
      <figcaption className="dim">
        {t(isAmendment ? "amendedBy" : "statedBy", { author, day })}
      </figcaption>
    </figure>
  );
}
