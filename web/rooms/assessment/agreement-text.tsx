import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Assignment } from "./rating-types.ts";
import { wholeBand } from "./review-rules.ts";

type Agreement = NonNullable<Assignment["agreement"]>;

const toneOf = {
  good: "badge-good",
  "third-if-apart": "",
  retrain: "badge-warn",
  "too-few": "",
} as const;

/** The figures behind the words, a pair of raters a row. */
function Figures({ of }: { of: Agreement }) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  const figure = (value: number | null) =>
    value === null ? t("agreement.unknown") : format.number(value, 2);
  return (
    <div className="form">
      <dl className="framework-facts">
        <div>
          <dt>{t("agreement.marks")}</dt>
          <dd>{format.number(of.marks)}</dd>
        </div>
        <div>
          <dt>{t("agreement.decisions")}</dt>
          <dd>{figure(of.decisions)}</dd>
        </div>
        <div>
          <dt>{t("agreement.reliability")}</dt>
          <dd>{figure(of.reliability)}</dd>
        </div>
      </dl>
      <ul className="plain-list">
        {of.pairs.map(({ first, second, pairs, kappa, band }) => (
          <li key={`${first} ${second}`}>
            {t("agreement.pair", { first, second, count: pairs, kappa: figure(kappa) })}{" "}
            <span className={`badge ${toneOf[band]}`}>{t(`agreement.short.${band}`)}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{t("agreement.means")}</p>
    </div>
  );
}

/** How the raters agreed: first in words with what to do, the figures for who asks why. */
export function AgreementText({ of }: { of: Agreement }) {
  const { t } = useTranslation("assignments");
  const [isOpen, setOpen] = useState(false);
  const band = wholeBand(of.pairs.map((pair) => pair.band));
  return (
    <div>
      <p>
        <span className={`badge ${toneOf[band]}`}>{t(`agreement.short.${band}`)}</span>{" "}
        {t(`agreement.long.${band}`)}{" "}
        <button type="button" className="why" onClick={() => setOpen(true)}>
          {t("agreement.why")}
        </button>
      </p>
      {of.parts > 1 ? <p className="warn">{t("agreement.parts", { count: of.parts })}</p> : null}
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("agreement.title")}>
        <Figures of={of} />
      </Modal>
    </div>
  );
}
