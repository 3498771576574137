import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { MarketChoice, TextField } from "./composer.tsx";
import { HandIn } from "./hand-in.tsx";

const titleMost = 150;

/** What the store's own page says in a market, begun with what it says now. */
export function PageEditor({ view, done }: { view: OffSiteAnswer; done: () => void }) {
  const onSale = view.markets.find(({ isOnSale }) => isOnSale) ?? view.markets[0];
  const [market, setMarket] = useState(onSale?.market ?? "");
  return (
    <div className="grid">
      <MarketChoice view={view} market={market} setMarket={setMarket} />
      <Fields key={market} view={view} market={market} done={done} />
    </div>
  );
}

function Fields({ view, market, done }: { view: OffSiteAnswer; market: string; done: () => void }) {
  const { t } = useTranslation("offsite");
  const known = view.markets.find((one) => one.market === market)?.landing ?? null;
  const [title, setTitle] = useState(known?.title ?? "");
  const [text, setText] = useState(known?.text ?? "");
  const wish: Wish = { kind: "edit-landing", market, title, text };
  const lacksText = text.trim() === "" ? t("form.enterText") : null;
  const lacking = title.trim() === "" ? t("form.enterSubject") : lacksText;
  return (
    <>
      <p className="soft">{t("channel.landing.text")}</p>
      <TextInput
        label={t("page.title")}
        maxLength={titleMost}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextField market={market} text={text} setText={setText} />
      <HandIn view={view} wish={wish} lacking={lacking} act={t("page.save")} done={done} />
    </>
  );
}
