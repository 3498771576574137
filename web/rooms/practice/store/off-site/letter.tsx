import { Checkbox, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import type { Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { MarketChoice, TextField } from "./composer.tsx";
import { HandIn } from "./hand-in.tsx";

const subjectMost = 150;

type Written = { readonly subject: string; readonly text: string };
const unwritten: Written = { subject: "", text: "" };

/** What of a letter is missing: key of the texts, or null. */
function lackOf({ subject, text }: Written): string | null {
  if (subject.trim() === "") return "form.enterSubject";
  return text.trim() === "" ? "form.enterText" : null;
}

function LetterFields({
  market,
  letter,
  setLetter,
}: {
  market: string;
  letter: Written;
  setLetter: (letter: Written) => void;
}) {
  const { t } = useTranslation("offsite");
  return (
    <>
      <TextInput
        label={t("letter.subject")}
        maxLength={subjectMost}
        value={letter.subject}
        onChange={(event) => setLetter({ ...letter, subject: event.currentTarget.value })}
      />
      <TextField
        market={market}
        text={letter.text}
        setText={(text) => setLetter({ ...letter, text })}
      />
    </>
  );
}

/** A letter to buyers of a market; whoever did not agree may not be written to. */
export function Letter({ view, done }: { view: OffSiteAnswer; done: () => void }) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const most = view.markets.toSorted((a, b) => b.mailList - a.mailList)[0];
  const [market, setMarket] = useState(most?.market ?? "");
  const [segment, setSegment] = useState<"opted-in" | "all-buyers">("opted-in");
  const [first, setFirst] = useState<Written>(unwritten);
  const [second, setSecond] = useState<Written | null>(null);
  const here = view.markets.find((one) => one.market === market);
  const readers = here?.mailList ?? 0;
  const mailing = { kind: "send-mail", market, segment, ...first } as const;
  const wish: Wish = second === null ? mailing : { ...mailing, second };
  const lack = [first, ...(second === null ? [] : [second])].flatMap((one) => lackOf(one) ?? []);
  const lacking = lack[0] === undefined ? null : t(lack[0]);
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
      <LetterFields market={market} letter={first} setLetter={setFirst} />
      <Checkbox
        label={t("letter.tryTwo")}
        description={t("letter.tryTwoText")}
        checked={second !== null}
        onChange={(event) => setSecond(event.currentTarget.checked ? unwritten : null)}
      />
      {second === null ? null : (
        <fieldset className="field-box grid">
          <legend>{t("letter.second")}</legend>
          <LetterFields market={market} letter={second} setLetter={setSecond} />
        </fieldset>
      )}
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
