import { Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { useFormat } from "../../text/format.ts";
import { AttributeFields, fieldOrder } from "./attribute-fields.tsx";

type Both = { zh: string; en: string };

/** What is said of a product beside its SKUs. */
export type ProductWords = {
  title: Both;
  text: Both;
  brand: string;
  /** Undefined while nobody touched it, null when the title shall decide. */
  category: string | null | undefined;
  attributes: Record<string, string>;
};

type Props = {
  typed: ProductWords;
  onChange: (part: Partial<ProductWords>) => void;
  readOnly: boolean;
};

const languages = ["zh", "en"] as const;

/** Title and description in both languages, side by side. */
export function TitleFields({ typed, onChange, error, readOnly }: Props & { error: Error | null }) {
  const { t } = useTranslation("exchange");
  const fault = useFaultText(error);
  return (
    <div className="form grid-even">
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t(`titleIn.${language}`)}
          lang={language === "zh" ? "zh-CN" : "en"}
          value={typed.title[language]}
          readOnly={readOnly}
          maxLength={200}
          error={fault(`title.${language}`)}
          onChange={(event) =>
            onChange({ title: { ...typed.title, [language]: event.currentTarget.value } })
          }
        />
      ))}
      {languages.map((language) => (
        <Textarea
          key={language}
          label={t(`textIn.${language}`)}
          description={t("textHint")}
          lang={language === "zh" ? "zh-CN" : "en"}
          value={typed.text[language]}
          readOnly={readOnly}
          maxLength={20_000}
          autosize
          minRows={3}
          maxRows={10}
          error={fault(`text.${language}`)}
          onChange={(event) =>
            onChange({ text: { ...typed.text, [language]: event.currentTarget.value } })
          }
        />
      ))}
    </div>
  );
}

/** The category, which a mentor chooses or lets the title decide, and its attributes. */
export function KindFields({
  known,
  typed,
  onChange,
  readOnly,
  children,
}: Props & {
  /** The category that the product has now; null while it is new. */
  known: { id: string; isAssumed: boolean } | null;
  children?: ReactNode;
}) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const categories = useAnswer("GET /categories", {});
  const chosen = typed.category === undefined ? (known?.id ?? null) : typed.category;
  const list = categories.data ?? [];
  const category = list.find(({ id }) => id === (chosen ?? known?.id));
  const isAssumed = known?.isAssumed === true && typed.category === undefined;
  return (
    <div className="fields-2 form">
      <TextInput
        label={t("brand")}
        value={typed.brand}
        readOnly={readOnly}
        maxLength={255}
        onChange={(event) => onChange({ brand: event.currentTarget.value })}
      />
      <Select
        label={t("category")}
        description={isAssumed ? t("categoryAssumed") : undefined}
        inputWrapperOrder={fieldOrder}
        data={list.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
        value={chosen}
        onChange={(value) => onChange({ category: value })}
        placeholder={t("categoryByTitle")}
        searchable
        clearable
        disabled={readOnly}
      />
      {children}
      {category === undefined ? null : (
        <AttributeFields
          category={category}
          value={typed.attributes}
          readOnly={readOnly}
          onChange={(attributes) => onChange({ attributes })}
        />
      )}
    </div>
  );
}
