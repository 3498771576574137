import { Button, Drawer, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { account, storeAccounts } from "@echelon/kernel/ledger/account.ts";
import type { Answer } from "../../../api/client.ts";
import { usePages } from "../../../api/query.ts";
import { useAsked } from "../../../frame/room.ts";
import { MoreRows } from "../../../parts/more-rows.tsx";
import { MoneyText } from "../../../parts/figures.tsx";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { DocumentLines } from "./money/document-lines.tsx";
import { useAddressText } from "./use-address.ts";
import { useColumns } from "./use-columns.tsx";
import { useMarkets } from "./use-markets.ts";
import { useStorePlace } from "./use-store.ts";

const postingsDoes = "GET /practice/seasons/:season/stores/:store/postings";
/** Lines have no name of their own; their place in the list is one. */
type Posting = Answer<typeof postingsDoes>["items"][number] & { line: number };

const accounts = Object.entries(account).flatMap(([name, id]) =>
  id < storeAccounts ? [name] : [],
);

/** The books line by line: each posting opens its document, whose lines sum to zero. */
export default function LedgerRoom() {
  const { t } = useTranslation(["ledger", "report"]);
  const { where, here } = useStorePlace();
  const [chosen, choose] = useAddressText("account");
  const [document, setDocument] = useState<number | null>(null);
  const asks = { account: chosen, from: useAsked("from"), to: useAsked("to"), limit: "100" };
  const pages = usePages(postingsDoes, { where, asks });
  return (
    <>
      <PageHead
        title={t("ledger.title")}
        text={
          asks.from === undefined
            ? t("ledger.text")
            : t("days", { from: asks.from, to: asks.to ?? asks.from })
        }
      >
        <Link to={`${here}/money`} className="back-link">
          {t("ledger.back")}
        </Link>
      </PageHead>
      <Select
        label={t("ledger.account")}
        placeholder={t("ledger.allAccounts")}
        clearable
        searchable
        maw={320}
        mb={16}
        data={accounts.map((name) => ({ value: name, label: t(`account.${name}`) }))}
        value={chosen ?? null}
        onChange={(value) => choose(value ?? undefined)}
      />
      <Card flush>
        <Loaded of={pages}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t("ledger.none")} text={t("ledger.noneText")} />
            ) : (
              <PostingTable
                rows={items.map((item, line) => ({ ...item, line }))}
                open={setDocument}
              />
            )
          }
        </Loaded>
        <MoreRows of={pages} />
      </Card>
      <Drawer
        opened={document !== null}
        onClose={() => setDocument(null)}
        position="right"
        size="lg"
        title={document === null ? "" : t("ledger.document", { document })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {document === null ? null : <DocumentLines document={document} />}
      </Drawer>
    </>
  );
}

function PostingTable({
  rows,
  open,
}: {
  rows: readonly Posting[];
  open: (document: number) => void;
}) {
  const { t } = useTranslation(["ledger", "report"]);
  return (
    <DataTable
      rows={rows}
      caption={t("ledger.title")}
      rowKey={({ line }) => String(line)}
      exportAs="ledger"
      card={{
        head: "account",
        mark: "amount",
        facts: ["document", "day", "kind", "subject", "market"],
      }}
      rowsShown={rows.length}
      columns={usePostingColumns(open)}
    />
  );
}

function usePostingColumns(open: (document: number) => void): TableColumn<Posting>[] {
  const { t } = useTranslation(["ledger", "report"]);
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, money } = useColumns<Posting>();
  return [
    count(
      "document",
      t("ledger.documentNumber"),
      ({ document }) => document,
      ({ document }) => (
        <Button variant="subtle" size="compact-sm" onClick={() => open(document)}>
          {document}
        </Button>
      ),
    ),
    count("day", t("day"), ({ day }) => day),
    text("kind", t("ledger.kind"), ({ kind }) => t(`document.${kind}`)),
    text("account", t("ledger.account"), ({ account: name }) => t(`account.${name}`)),
    text("subject", t("ledger.subject"), ({ subject }) =>
      subject === null ? "–" : format.name(subject),
    ),
    text("market", t("market"), ({ market }) => (market === null ? "–" : nameOf(market))),
    money(
      "amount",
      t("amount"),
      ({ amountMinor }) => amountMinor,
      ({ currency }) => currency,
      ({ amountMinor, currency }) => <MoneyText minor={amountMinor} currency={currency} sign />,
    ),
  ];
}
