import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace, type Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { HandIn } from "./hand-in.tsx";

export type Composed = "post" | "display" | "livestream";

const kinds = {
  post: "publish-post",
  display: "buy-display",
  livestream: "hold-livestream",
} as const;
const acts = { post: "form.publish", display: "form.book", livestream: "form.go" } as const;
const daysMost = 14;
const daysUsual = 5;
const textMost = 2_000;

/** Writing and paying for one promotion, with what it would bring while it is typed. */
export function Composer({
  view,
  channel,
  done,
}: {
  view: OffSiteAnswer;
  channel: Composed;
  done: () => void;
}) {
  const { t } = useTranslation("offsite");
  const onSale = view.markets.find(({ isOnSale }) => isOnSale) ?? view.markets[0];
  const [market, setMarket] = useState(onSale?.market ?? "");
  const [text, setText] = useState("");
  const [minor, setMinor] = useState<number | null>(null);
  const [days, setDays] = useState<number | null>(daysUsual);
  const plan = { market, text, spendMinor: minor ?? 0 };
  const wish: Wish =
    channel === "display"
      ? { kind: kinds.display, ...plan, days: Math.min(daysMost, Math.max(1, days ?? 1)) }
      : { kind: kinds[channel], ...plan };
  const lacksSpend = minor === null || minor <= 0 ? t("form.enterSpend") : null;
  const lacking = text.trim() === "" ? t("form.enterText") : lacksSpend;
  return (
    <div className="grid">
      <p className="soft">{t(`channel.${channel}.text`)}</p>
      <MarketChoice view={view} market={market} setMarket={setMarket} />
      <TextField market={market} text={text} setText={setText} />
      <SpendField
        label={channel === "display" ? "form.spendDay" : "form.spend"}
        currency={view.currency}
        minor={minor}
        setMinor={setMinor}
      />
      {channel === "display" ? (
        <NumberField label={t("form.days")} min={1} max={daysMost} value={days} onValue={setDays} />
      ) : null}
      <HandIn
        view={view}
        wish={wish}
        lacking={lacking}
        days={wish.kind === "buy-display" ? wish.days : 1}
        act={t(acts[channel])}
        done={done}
      />
    </div>
  );
}

export function MarketChoice({
  view,
  market,
  setMarket,
}: {
  view: OffSiteAnswer;
  market: string;
  setMarket: (market: string) => void;
}) {
  const { t } = useTranslation("offsite");
  const { nameOf } = useMarkets();
  return (
    <Select
      label={t("form.market")}
      data={view.markets.map(({ market: code, isOnSale }) => ({
        value: code,
        label: isOnSale ? nameOf(code) : `${nameOf(code)} (${t("known.nothingOnSale")})`,
      }))}
      value={market}
      allowDeselect={false}
      onChange={(value) => setMarket(value ?? market)}
    />
  );
}

export function TextField({
  market,
  text,
  setText,
}: {
  market: string;
  text: string;
  setText: (text: string) => void;
}) {
  const { t } = useTranslation("offsite");
  const { season } = useStorePlace();
  const format = useFormat();
  const language = season.markets.find(({ code }) => code === market)?.language ?? "en";
  const names = new Intl.DisplayNames([format.language], { type: "language" });
  return (
    <Textarea
      label={t("form.text")}
      description={t("form.textHelp", { language: names.of(language) ?? language })}
      autosize
      minRows={3}
      maxRows={10}
      maxLength={textMost}
      lang={language}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function SpendField({
  label,
  currency,
  minor,
  setMinor,
}: {
  label: string;
  currency: string;
  minor: number | null;
  setMinor: (minor: number | null) => void;
}) {
  const { t } = useTranslation("offsite");
  const digits = digitsOf(currency);
  const scale = 10 ** digits;
  return (
    <NumberField
      label={t(label, { currency })}
      digits={digits}
      padTo={digits}
      min={0}
      value={minor === null ? null : minor / scale}
      onValue={(value) => setMinor(value === null ? null : Math.round(value * scale))}
    />
  );
}
