import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import type { Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { MarketChoice, TextField } from "./composer.tsx";
import { HandIn } from "./hand-in.tsx";

const subjectMost = 150;

/** A letter to buyers of a market; whoever did not agree may not be written to. */
export function Letter({ view, done }: { view: OffSiteAnswer; done: () => void }) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const most = view.markets.toSorted((a, b) => b.mailList - a.mailList)[0];
  const [market, setMarket] = useState(most?.market ?? "");
  const [segment, setSegment] = useState<"opted-in" | "all-buyers">("opted-in");
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const here = view.markets.find((one) => one.market === market);
  const readers = here?.mailList ?? 0;
  const wish: Wish = { kind: "send-mail", market, segment, subject, text };
  const lacksText = text.trim() === "" ? t("form.enterText") : null;
  const lacking = subject.trim() === "" ? t("form.enterSubject") : lacksText;
  return (
    <div className="grid">
      <p className="soft">{t("channel.mail.text")}</p>
      <MarketChoice view={view} market={market} setMarket={setMarket} />
      <p className="soft">
        {t("letter.list", {
          joined: format.number(here?.joined ?? 0),
          left: format.number(here?.unsubscribed ?? 0),
        })}
      </p>
      <Radio.Group
        label={t("letter.to")}
        value={segment}
        onChange={(value) => setSegment(value as typeof segment)}
      >
        <div className="grid">
          <Radio value="opted-in" label={t("letter.optedIn", { count: readers })} />
          <Radio value="all-buyers" label={t("letter.everybody")} />
        </div>
      </Radio.Group>
      <TextInput
        label={t("letter.subject")}
        maxLength={subjectMost}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <TextField market={market} text={text} setText={setText} />
      {readers === 0 ? <p className="soft">{t("letter.nobodyThere")}</p> : null}
      <HandIn view={view} wish={wish} lacking={lacking} act={t("letter.send")} done={done} />
      {here === undefined ? null : (
        <p className="visually-hidden">
          {t("letter.readers", { count: readers, market: nameOf(market) })}
        </p>
      )}
    </div>
  );
}
