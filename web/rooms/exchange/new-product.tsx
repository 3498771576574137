import "./exchange.css";
import { Button, Select, TextInput } from "@mantine/core";
import { currencyCodes } from "@echelon/kernel/money/currency.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import {
  bareItem,
  type NewProduct,
  type NewRow,
  nextRow,
  optionNamesOf,
  readNewRows,
  suggestedKey,
} from "./new-rows.ts";
import { fieldOrder } from "./attribute-fields.tsx";
import { CatalogLink } from "./catalog-link.tsx";
import { type Catalog, OwnCatalog } from "./own-catalog.tsx";
import { KindFields, type ProductWords, TitleFields } from "./product-words.tsx";
import { SkuGrid } from "./sku-grid.tsx";

type Draft = ProductWords & {
  /** Null while it follows the title. */
  key: string | null;
  currency: string;
  options: string;
  rows: readonly NewRow[];
};

const emptyDraft: Draft = {
  title: { zh: "", en: "" },
  text: { zh: "", en: "" },
  brand: "",
  category: undefined,
  attributes: {},
  key: null,
  currency: "CNY",
  options: "",
  rows: [nextRow([])],
};

const keyOf = ({ key, title, rows }: Draft) => key ?? suggestedKey(title.en, rows[0]?.sku ?? "");

/** The draft as a request has it, its faulty cells, and the first thing that is still missing. */
function readDraft(draft: Draft) {
  const { title, text, brand, category, attributes } = draft;
  const optionNames = optionNamesOf(draft.options);
  const { skus, faults } = readNewRows(draft.rows, optionNames.length, draft.currency);
  const body: NewProduct = {
    key: keyOf(draft).trim(),
    title,
    text,
    brand,
    category: category ?? null,
    attributes,
    optionNames,
    items: skus,
  };
  const missing =
    title.zh.trim() === "" && title.en.trim() === ""
      ? "title"
      : skus.some(({ sku }) => sku === "")
        ? "sku"
        : body.key === ""
          ? "key"
          : null;
  return { body, optionNames, faults, missing };
}

type Part = { draft: Draft; onChange: (part: Partial<Draft>) => void };

function Skus({ draft, onChange, isTried }: Part & { isTried: boolean }) {
  const { t } = useTranslation("exchange");
  const { rows, currency } = draft;
  const { optionNames, faults } = readDraft(draft);
  const shownFaults = isTried ? faults : new Set([...faults].filter((one) => isTyped(one, rows)));
  const setRows = (change: (row: NewRow) => NewRow) => onChange({ rows: rows.map(change) });
  const item = bareItem(currency);
  return (
    <Card title={t("skusHead", { count: rows.length })} note={t("newSkusNote")} flush>
      <div className="fields-2 form card-body">
        <Select
          label={t("costCurrency")}
          data={[...currencyCodes]}
          value={currency}
          onChange={(value) => onChange({ currency: value ?? currency })}
          searchable
          allowDeselect={false}
        />
        <TextInput
          label={t("optionNames")}
          description={t("optionNamesHint")}
          inputWrapperOrder={fieldOrder}
          value={draft.options}
          maxLength={200}
          onChange={(event) => onChange({ options: event.currentTarget.value })}
        />
      </div>
      <SkuGrid
        rows={rows.map((fresh) => ({ id: fresh.id, item, facts: fresh.facts, fresh }))}
        optionNames={optionNames}
        faults={shownFaults}
        readOnly={false}
        onFacts={(facts) => setRows((row) => ({ ...row, facts: facts[row.id] ?? row.facts }))}
        onFresh={(fresh) => setRows((row) => (row.id === fresh.id ? fresh : row))}
        onRemove={(id) => onChange({ rows: rows.filter((row) => row.id !== id) })}
      />
      <div className="table-tools grid-tools">
        <Button
          size="compact-md"
          variant="default"
          onClick={() => onChange({ rows: [...rows, nextRow(rows)] })}
        >
          {t("addSku")}
        </Button>
      </div>
    </Card>
  );
}

/** A field that was left empty is not called wrong before somebody tries to save. */
function isTyped(fault: string, rows: readonly NewRow[]): boolean {
  const row = rows.find(({ id }) => fault.startsWith(`${id} `));
  const isSku = fault.endsWith(" sku");
  return row !== undefined && (isSku ? row.sku.trim() !== "" : !/ option\d$/.test(fault));
}

function SaveBar({
  status,
  isWrong,
  isPending,
  error,
  onSave,
}: {
  status: string;
  isWrong: boolean;
  isPending: boolean;
  error: Error | null;
  onSave: () => void;
}) {
  const { t } = useTranslation("exchange");
  return (
    <div className="row row-wrap save-bar">
      <Button onClick={onSave} loading={isPending}>
        {t("saveDraft")}
      </Button>
      <span className={isWrong ? "bad" : "soft"} role="status">
        {status}
      </span>
      {error === null ? null : <Problem error={error} />}
    </div>
  );
}

function NewProductPage({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const [isTried, setTried] = useState(false);
  const enterprise = catalog.enterprise.id;
  const create = useAct("POST /catalogs/:enterprise/products", [
    "GET /catalogs/:enterprise/products",
    "GET /catalogs",
  ]);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { body, faults, missing } = readDraft(draft);
  const save = () => {
    setTried(true);
    if (missing !== null || faults.size > 0) return;
    create.mutate(
      { where: { enterprise }, body },
      {
        onSuccess: ({ id }) => void navigate({ to: `/catalog/${id}`, search: { of: enterprise } }),
      },
    );
  };
  const isWrong = isTried && (missing !== null || faults.size > 0);
  const status = !isWrong
    ? t("draftNote")
    : missing === null
      ? t("cellsBad", { count: faults.size })
      : t(`missing.${missing}`);
  return (
    <>
      <PageHead title={t("newProduct")} text={t("newProductText")}>
        <CatalogLink catalog={catalog} to="/catalog">
          {t("back")}
        </CatalogLink>
      </PageHead>
      <div className="grid">
        <Card title={t("words")}>
          <div className="form">
            <TitleFields typed={draft} onChange={change} error={create.error} readOnly={false} />
            <KindFields known={null} typed={draft} onChange={change} readOnly={false}>
              <TextInput
                label={t("key")}
                description={t("keyHint")}
                inputWrapperOrder={fieldOrder}
                value={keyOf(draft)}
                maxLength={255}
                onChange={(event) => change({ key: event.currentTarget.value })}
              />
            </KindFields>
          </div>
        </Card>
        <Skus draft={draft} onChange={change} isTried={isTried} />
        <SaveBar
          {...{ status, isWrong, isPending: create.isPending, error: create.error }}
          onSave={save}
        />
      </div>
    </>
  );
}

/** A product that is typed: its words and SKUs; pictures and publishing follow on its own page. */
export default function NewProductRoom() {
  return <OwnCatalog>{(catalog) => <NewProductPage catalog={catalog} />}</OwnCatalog>;
}
