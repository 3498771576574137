import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DrawerAct, Refused } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { MarketChoice, TextField } from "./composer.tsx";
import { Expected } from "./expected.tsx";

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
  const isWhole = title.trim() !== "" && text.trim() !== "";
  const wish: Wish = { kind: "edit-landing", market, title, text };
  const [projection] = useProjection(isWhole ? [wish] : []);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const handIn = async () => {
    if ((await decide([wish])) !== null) done();
  };
  const lacking = title.trim() === "" ? t("form.enterSubject") : t("form.enterText");
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
      {isWhole ? <Expected projection={projection} view={view} days={1} /> : null}
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void handIn()}
        disabledReason={isWhole ? why : lacking}
        isSaidAbove={false}
      >
        {t("page.save")}
      </DrawerAct>
    </>
  );
}
