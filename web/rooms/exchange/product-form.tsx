import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import { type EditRequest, type Product, readGrid, type TypedItem } from "./product-edit.ts";
import { SkuGrid } from "./sku-grid.tsx";

/** What was typed; null stands for what was not touched. */
type Typed = {
  title: Product["title"];
  text: Product["text"];
  brand: string;
  category: string | null | undefined;
  attributes: Record<string, string>;
  items: Record<string, TypedItem>;
};

const startOf = (product: Product): Typed => ({
  title: product.title,
  text: product.text,
  brand: product.brand,
  category: undefined,
  attributes: product.attributes,
  items: {},
});

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from the product as it was read. */
function requestOf(product: Product, typed: Typed, edits: EditRequest["items"]): EditRequest {
  return {
    basedOn: product.version,
    ...(isSame(typed.title, product.title) ? {} : { title: typed.title }),
    ...(isSame(typed.text, product.text) ? {} : { text: typed.text }),
    ...(typed.brand === product.brand ? {} : { brand: typed.brand }),
    ...(typed.category === undefined ? {} : { category: typed.category }),
    ...(isSame(typed.attributes, product.attributes) ? {} : { attributes: typed.attributes }),
    ...(edits === undefined || edits.length === 0 ? {} : { items: edits }),
  };
}

const languages = ["zh", "en"] as const;

function Words({
  typed,
  onChange,
  error,
  readOnly,
}: {
  typed: Typed;
  onChange: (part: Partial<Typed>) => void;
  error: Error | null;
  readOnly: boolean;
}) {
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
function Kind({
  product,
  typed,
  onChange,
  readOnly,
}: {
  product: Product;
  typed: Typed;
  onChange: (part: Partial<Typed>) => void;
  readOnly: boolean;
}) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const categories = useAnswer("GET /categories", {});
  const chosen = typed.category === undefined ? product.category.id : typed.category;
  const known = categories.data ?? [];
  const category = known.find(({ id }) => id === (chosen ?? product.category.id));
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
        description={
          product.category.isAssumed && typed.category === undefined
            ? t("categoryAssumed")
            : undefined
        }
        data={known.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
        value={chosen}
        onChange={(value) => onChange({ category: value })}
        placeholder={t("categoryByTitle")}
        searchable
        clearable
        disabled={readOnly}
      />
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

/** Words, kind and facts of one product; one save for all that was changed. */
export function ProductForm({
  enterprise,
  product,
  mayEdit,
}: {
  enterprise: string;
  product: Product;
  mayEdit: boolean;
}) {
  const { t } = useTranslation("exchange");
  const [typed, setTyped] = useState(() => startOf(product));
  const edit = useAct("PATCH /catalogs/:enterprise/products/:product", [
    "GET /catalogs/:enterprise/products/:product",
    "GET /catalogs/:enterprise/products",
    "GET /catalogs",
  ]);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const { edits, faults } = readGrid(product.items, typed.items);
  const body = requestOf(product, typed, edits);
  const isChanged = Object.keys(body).length > 1;
  const save = () => edit.mutate({ where: { enterprise, product: product.id }, body });
  return (
    <>
      <Card title={t("words")}>
        <div className="form">
          <Words typed={typed} onChange={change} error={edit.error} readOnly={!mayEdit} />
          <Kind product={product} typed={typed} onChange={change} readOnly={!mayEdit} />
        </div>
      </Card>
      <Card title={t("skusHead", { count: product.items.length })} note={t("skusNote")} flush>
        <SkuGrid
          product={product}
          typed={typed.items}
          faults={faults}
          readOnly={!mayEdit}
          onChange={(items) => change({ items })}
        />
      </Card>
      {mayEdit ? (
        <div className="row row-wrap save-bar">
          <Button onClick={save} loading={edit.isPending} disabled={!isChanged || faults.size > 0}>
            {t("save")}
          </Button>
          <Button
            variant="default"
            disabled={!isChanged && faults.size === 0}
            onClick={() => setTyped(startOf(product))}
          >
            {t("discard")}
          </Button>
          <span className={faults.size > 0 ? "bad" : "soft"} role="status">
            {faults.size > 0
              ? t("cellsBad", { count: faults.size })
              : isChanged
                ? t("notSaved")
                : t("nothingChanged")}
          </span>
          {edit.error === null ? null : <Problem error={edit.error} />}
        </div>
      ) : null}
    </>
  );
}
