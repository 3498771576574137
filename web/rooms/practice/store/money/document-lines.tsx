import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { MoneyText } from "../../../../parts/figures.tsx";
import { Loaded } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { digitsOf } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import { currencySums } from "./currency-sums.ts";

/** One document in the books of everyone it concerns, and the proof that it sums to zero. */
export function DocumentLines({ document }: { document: number }) {
  const { t } = useTranslation(["ledger", "report"]);
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/documents/:document", {
    where: { ...where, document: String(document) },
  });
  return (
    <Loaded of={answer}>
      {({ kind, day, reason, lines }) => (
        <div className="grid">
          <p>
            {t(`document.${kind}`)} · {t("dayN", { day })}
          </p>
          {reason === null ? null : <p>{t("ledger.reason", { reason })}</p>}
          <DataTable
            rows={lines.map((line, index) => ({ ...line, index }))}
            caption={t("ledger.lines")}
            rowKey={({ index }) => String(index)}
            exportAs={`document-${document}`}
            rowsShown={lines.length}
            columns={[
              {
                key: "account",
                head: t("ledger.account"),
                isText: true,
                value: (line) => t(`account.${line.account}`),
                cell: (line) => t(`account.${line.account}`),
              },
              {
                key: "party",
                head: t("ledger.party"),
                isText: true,
                value: ({ party }) => t(`party.${party}`),
                cell: ({ party }) => t(`party.${party}`),
              },
              {
                key: "amount",
                head: t("amount"),
                value: ({ amountMinor, currency }) => amountMinor / 10 ** digitsOf(currency),
                cell: ({ amountMinor, currency }) => (
                  <MoneyText minor={amountMinor} currency={currency} sign />
                ),
              },
            ]}
          />
          <dl className="fact-list">
            {currencySums(lines).map(({ currency, sumMinor }) => (
              <div key={currency} className="fact-row">
                <dt>{t("ledger.sum", { currency })}</dt>
                <dd>
                  <MoneyText minor={sumMinor} currency={currency} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="dim">{t("ledger.sumsToZero")}</p>
        </div>
      )}
    </Loaded>
  );
}
