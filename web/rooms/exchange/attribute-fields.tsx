import { Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useFormat } from "../../text/format.ts";

/** A hint stands below its field, so that fields in a row stand in one line. */
export const fieldOrder: ("label" | "input" | "description" | "error")[] = [
  "label",
  "input",
  "description",
  "error",
];

type Category = Answer<"GET /categories">[number];

/** The category's values, and the product's own where it is none of them. */
function choicesOf(
  values: Category["attributes"][number]["values"],
  own: string | undefined,
  name: (text: { zh: string; en: string }) => string,
) {
  const known = values.map(({ id, name: text }) => ({ value: id, label: name(text) }));
  const isKnown = own === undefined || known.some(({ value }) => value === own);
  return isKnown ? known : [{ value: own, label: own }, ...known];
}

/** A category's attributes: a choice where it has values, free text with its unit elsewhere. */
export function AttributeFields({
  category,
  value,
  readOnly,
  onChange,
}: {
  category: Category;
  value: Readonly<Record<string, string>>;
  readOnly: boolean;
  onChange: (value: Record<string, string>) => void;
}) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const set = (key: string, text: string) => {
    const next = { ...value };
    if (text.trim() === "") delete next[key];
    else next[key] = text;
    onChange(next);
  };
  return category.attributes.map(({ key, name, isRequired, unit, values }) => {
    const label = `${format.name(name)}${unit === null ? "" : ` (${unit})`}`;
    const description = isRequired ? t("expected") : undefined;
    return values.length === 0 ? (
      <TextInput
        key={key}
        label={label}
        description={description}
        inputWrapperOrder={fieldOrder}
        value={value[key] ?? ""}
        readOnly={readOnly}
        maxLength={200}
        onChange={(event) => set(key, event.currentTarget.value)}
      />
    ) : (
      <Select
        key={key}
        label={label}
        description={description}
        inputWrapperOrder={fieldOrder}
        data={choicesOf(values, value[key], format.name)}
        value={value[key] ?? null}
        disabled={readOnly}
        onChange={(chosen) => set(key, chosen ?? "")}
        searchable
        clearable
      />
    );
  });
}
