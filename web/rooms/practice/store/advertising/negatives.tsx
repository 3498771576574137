import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton, Refused } from "../parts.tsx";
import { useDecide } from "../use-store.ts";
import type { Campaign } from "./ads-answer.ts";

/** Words that the campaign is never shown for. */
export function Negatives({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("report");
  const [typed, setTyped] = useState("");
  const { decide, isPending, error } = useDecide();
  const keyword = typed.trim();
  const set = (word: string, isOn: boolean) =>
    decide([{ kind: "set-negative", campaign: campaign.campaign, keyword: word, isOn }]);
  const add = async () => {
    if ((await set(keyword, true)) !== null) setTyped("");
  };
  return (
    <details className="negatives">
      <summary>{t("ads.negatives", { count: campaign.negatives.length })}</summary>
      <p className="soft">{t("ads.negativesText")}</p>
      <ul className="chips">
        {campaign.negatives.map((word) => (
          <li key={word} className="chip">
            {word}
            <ActButton size="compact-xs" variant="subtle" onClick={() => void set(word, false)}>
              {t("ads.takeOut", { word })}
            </ActButton>
          </li>
        ))}
      </ul>
      <form
        className="row row-wrap"
        onSubmit={(event) => {
          event.preventDefault();
          if (keyword !== "") void add();
        }}
      >
        <TextInput
          label={t("ads.negative")}
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span className="field-act">
          <ActButton
            variant="default"
            isPending={isPending}
            disabledReason={keyword === "" ? t("ads.needKeyword") : undefined}
            onClick={() => void add()}
          >
            {t("ads.exclude")}
          </ActButton>
        </span>
      </form>
      <Refused error={error} />
    </details>
  );
}
