import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { bareItem, type NewRow, nextRow, readNewRows } from "./new-rows.ts";
import {
  currencyOf,
  type EditRequest,
  type Product,
  readGrid,
  type TypedItem,
  typedOf,
} from "./product-edit.ts";
import { KindFields, type ProductWords, TitleFields } from "./product-words.tsx";
import { type GridRow, SkuGrid } from "./sku-grid.tsx";

/** What was typed: what differs from the product is sent. */
type Typed = ProductWords & {
  items: Record<string, TypedItem>;
  added: readonly NewRow[];
  dropped: readonly string[];
};

const startOf = (product: Product): Typed => ({
  title: product.title,
  text: product.text,
  brand: product.brand,
  category: undefined,
  attributes: product.attributes,
  items: {},
  added: [],
  dropped: [],
});

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from the product as it was read, and the cells that cannot be taken. */
function requestOf(product: Product, typed: Typed) {
  const kept = product.items.filter(({ sku }) => !typed.dropped.includes(sku));
  const { edits, faults: known } = readGrid(kept, typed.items);
  const { skus, faults: fresh } = readNewRows(
    typed.added,
    product.optionNames.length,
    currencyFor(product),
    kept.map(({ sku }) => sku),
  );
  const body: EditRequest = {
    basedOn: product.version,
    ...(isSame(typed.title, product.title) ? {} : { title: typed.title }),
    ...(isSame(typed.text, product.text) ? {} : { text: typed.text }),
    ...(typed.brand === product.brand ? {} : { brand: typed.brand }),
    ...(typed.category === undefined ? {} : { category: typed.category }),
    ...(isSame(typed.attributes, product.attributes) ? {} : { attributes: typed.attributes }),
    ...(edits.length === 0 ? {} : { items: edits }),
    ...(skus.length === 0 ? {} : { newItems: skus }),
    ...(typed.dropped.length === 0 ? {} : { dropItems: [...typed.dropped] }),
  };
  return { body, faults: new Set([...known, ...fresh]) };
}

/** New SKUs cost in the currency of those that are there. */
function currencyFor({ items }: Product): string {
  const [first] = items;
  return first === undefined ? "CNY" : currencyOf(first);
}

function rowsOf(product: Product, typed: Typed): GridRow[] {
  const known = product.items
    .filter(({ sku }) => !typed.dropped.includes(sku))
    .map((item) => ({
      id: item.sku,
      item,
      facts: typed.items[item.sku] ?? typedOf(item),
      fresh: null,
    }));
  const item = bareItem(currencyFor(product));
  return [
    ...known,
    ...typed.added.map((fresh) => ({ id: fresh.id, item, facts: fresh.facts, fresh })),
  ];
}

/** The SKUs of a product: facts in a grid, more of them below, some of them gone. */
function Skus({
  product,
  typed,
  faults,
  readOnly,
  onChange,
}: {
  product: Product;
  typed: Typed;
  faults: ReadonlySet<string>;
  readOnly: boolean;
  onChange: (part: Partial<Typed>) => void;
}) {
  const { t } = useTranslation("exchange");
  const rows = rowsOf(product, typed);
  const isNew = (id: string) => typed.added.some((row) => row.id === id);
  const setFacts = (facts: Readonly<Record<string, TypedItem>>) => {
    const known = Object.entries(facts).filter(([id]) => !isNew(id));
    onChange({
      items: { ...typed.items, ...Object.fromEntries(known) },
      added: typed.added.map((row) => ({ ...row, facts: facts[row.id] ?? row.facts })),
    });
  };
  const remove = (id: string) =>
    isNew(id)
      ? onChange({ added: typed.added.filter((row) => row.id !== id) })
      : onChange({ dropped: [...typed.dropped, id] });
  return (
    <Card title={t("skusHead", { count: rows.length })} note={t("skusNote")} flush>
      <SkuGrid
        rows={rows}
        optionNames={product.optionNames}
        faults={faults}
        readOnly={readOnly}
        onFacts={setFacts}
        onFresh={(row) =>
          onChange({ added: typed.added.map((one) => (one.id === row.id ? row : one)) })
        }
        onRemove={remove}
      />
      {readOnly ? null : (
        <div className="table-tools grid-tools">
          <Button
            size="compact-md"
            variant="default"
            onClick={() => onChange({ added: [...typed.added, nextRow(typed.added)] })}
          >
            {t("addSku")}
          </Button>
        </div>
      )}
    </Card>
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
  const { body, faults } = requestOf(product, typed);
  const isChanged = Object.keys(body).length > 1;
  // The server trims: what was typed may be no change, and the form must not go on claiming one.
  const save = () =>
    edit.mutate(
      { where: { enterprise, product: product.id }, body },
      { onSuccess: (saved) => setTyped(startOf(saved)) },
    );
  return (
    <>
      <Card title={t("words")}>
        <div className="form">
          <TitleFields typed={typed} onChange={change} error={edit.error} readOnly={!mayEdit} />
          <KindFields
            known={product.category}
            typed={typed}
            onChange={change}
            readOnly={!mayEdit}
          />
        </div>
      </Card>
      <Skus product={product} typed={typed} faults={faults} readOnly={!mayEdit} onChange={change} />
      {mayEdit ? (
        <div
          className={
            isChanged || faults.size > 0 ? "row row-wrap save-bar" : "row row-wrap save-bar-idle"
          }
        >
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
