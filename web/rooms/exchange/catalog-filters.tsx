import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Catalog } from "./own-catalog.tsx";

const states = ["draft", "published", "withdrawn"] as const;
const colors = ["red", "amber", "green"] as const;
const typingMillis = 250;

export type Filter = {
  words: string;
  category: string;
  state: (typeof states)[number] | "";
  readiness: (typeof colors)[number] | "";
};
export const noFilter: Filter = { words: "", category: "", state: "", readiness: "" };

/** The query of a filter; what is typed is sent when the typing rests. */
export function useFilterAsks(filter: Filter) {
  const [words] = useDebouncedValue(filter.words, typingMillis);
  return {
    ...(words.trim() === "" ? {} : { q: words.trim() }),
    ...(filter.category === "" ? {} : { category: filter.category }),
    ...(filter.state === "" ? {} : { state: filter.state }),
    ...(filter.readiness === "" ? {} : { readiness: filter.readiness }),
  };
}

export function CatalogFilters({
  catalog,
  value,
  onChange,
}: {
  catalog: Catalog;
  value: Filter;
  onChange: (filter: Filter) => void;
}) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const pick = (
    name: "category" | "state" | "readiness",
    all: string,
    data: [string, string][],
  ) => (
    <Select
      aria-label={all}
      data={[{ value: "", label: all }, ...data.map(([id, label]) => ({ value: id, label }))]}
      value={value[name]}
      onChange={(chosen) => onChange({ ...value, [name]: chosen ?? "" })}
      allowDeselect={false}
      searchable={name === "category"}
    />
  );
  return (
    <div className="row row-wrap table-tools filters">
      <TextInput
        aria-label={t("find")}
        placeholder={t("find")}
        value={value.words}
        onChange={(event) => onChange({ ...value, words: event.currentTarget.value })}
        maxLength={100}
      />
      {pick(
        "category",
        t("allCategories"),
        catalog.categories.map(({ id, name, products }) => [
          id,
          `${format.name(name)} (${products})`,
        ]),
      )}
      {pick(
        "readiness",
        t("allReadiness"),
        colors.map((one) => [one, t(`readiness.${one}`)]),
      )}
      {pick(
        "state",
        t("allStates"),
        states.map((one) => [one, t(`states.${one}`)]),
      )}
    </div>
  );
}
