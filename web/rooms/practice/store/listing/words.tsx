import { TagsInput, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { keywordsFree, type Section, textCharsMax, titleWidthMax } from "./editor-parts.ts";
import { titleWidth } from "./title-width.ts";

/** Title, keywords and text, in the language of the market's buyers. */
export function Words({ view, form, change }: Section) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { season } = useStorePlace();
  const { markets } = useMarkets();
  const language = markets.find(({ code }) => code === view.market)?.language ?? "en";
  const names = new Intl.DisplayNames([format.language === "zh" ? "zh-CN" : "en"], {
    type: "language",
  });
  const wide = titleWidth(form.title);
  return (
    <Card
      title={t("listing.words")}
      note={t("listing.writeIn", { language: names.of(language) ?? language })}
    >
      <div className="form">
        <TextInput
          id="publish"
          label={t("listing.title")}
          description={t("listing.titleText", { width: wide, max: titleWidthMax })}
          lang={language}
          value={form.title}
          error={wide > titleWidthMax ? t("listing.titleTooWide", { max: titleWidthMax }) : null}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TagsInput
          label={t("listing.keywords")}
          description={t("listing.keywordsText", {
            count: form.keywords.length,
            free: keywordsFree,
          })}
          lang={language}
          maxTags={season.keywordsMax}
          splitChars={[",", "，", ";", "\n"]}
          clearable
          value={form.keywords}
          data={view.keywords.map(({ phrase }) => phrase)}
          onChange={(keywords) => change({ keywords: keywords.map((word) => word.slice(0, 60)) })}
        />
        <Textarea
          label={t("listing.text")}
          description={t("listing.textText", { length: form.text.length, max: textCharsMax })}
          lang={language}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={textCharsMax}
          value={form.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
    </Card>
  );
}
