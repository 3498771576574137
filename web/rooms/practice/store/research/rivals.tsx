import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, Empty } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStoreName } from "../../store-name.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import type { Research } from "./research-answer.ts";
import { RivalTable } from "./rival-table.tsx";

/** Whom the store has watched, and what was seen of them. */
export function Rivals({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { rivals, currency } = research;
  const lag = t("rivals.lag", { count: rivals.lagDays });
  const fee = format.money(rivals.feeMinor, currency);
  const note =
    rivals.seenOn === null
      ? t("rivals.note")
      : t("rivals.seenOn", { day: format.number(rivals.seenOn) });
  return (
    <Card title={t("rivals.title")} note={note} flush>
      <div className="card-body grid">
        <p className="soft research-text">{t("rivals.text", { fee, most: rivals.most, lag })}</p>
        <WatchForm key={rivals.watched.join()} research={research} />
      </div>
      {rivals.listings.length > 0 ? (
        <>
          <RivalTable rows={rivals.listings} />
          <p className="card-body dim">{t("rivals.how")}</p>
        </>
      ) : rivals.watched.length === 0 ? (
        <Empty title={t("rivals.none")} text={t("rivals.noneText")} />
      ) : (
        <Empty title={t("rivals.waiting")} text={t("rivals.waitingText", { lag })} />
      )}
    </Card>
  );
}

function WatchForm({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { watched, stores, most, feeMinor } = research.rivals;
  const [chosen, setChosen] = useState<readonly number[]>(watched);
  const isSame = chosen.length === watched.length && chosen.every((one) => watched.includes(one));
  const wishes: Wish[] = isSame ? [] : [{ kind: "watch-rivals", stores: [...chosen] }];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const nameOf = useStoreName();
  const option = ({ store, name }: (typeof stores)[number]) => ({
    value: String(store),
    label: nameOf({ store, name }),
  });
  const groups = [
    { group: t("rivals.near"), items: stores.filter((one) => one.isNear).map(option) },
    { group: t("rivals.far"), items: stores.filter((one) => !one.isNear).map(option) },
  ].filter(({ items }) => items.length > 0);
  return (
    <div className="grid">
      <div className="research-form">
        <MultiSelect
          className="rival-choice"
          label={t("rivals.choose")}
          description={t("rivals.hint")}
          data={groups}
          value={chosen.map(String)}
          maxValues={most}
          limit={60}
          searchable
          hidePickedOptions
          clearable
          onChange={(values) => setChosen(values.map(Number))}
        />
        <div className="research-act">
          <ActButton
            isPending={isPending}
            onClick={() => void decide(wishes)}
            disabledReason={isSame ? t("rivals.unchanged") : why}
          >
            {chosen.length === 0 && watched.length > 0 ? t("rivals.stop") : t("rivals.save")}
          </ActButton>
        </div>
        <span className="dim">
          {t("rivals.aDay", {
            money: format.money(feeMinor * chosen.length, research.currency),
          })}
        </span>
      </div>
      <Projected projection={isSame ? undefined : projection} />
      <Refused error={error} />
    </div>
  );
}
