import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { shortHash } from "./certificate.ts";
import type { AppealFile, FilePiece } from "./appeal-types.ts";

/** A file may have a thousand pieces: the rest comes when it is asked for. */
const shownAtOnce = 40;

function Piece({
  of,
  isChosen,
  onChoose,
}: {
  of: FilePiece;
  isChosen: boolean;
  onChoose: ((isChosen: boolean) => void) | null;
}) {
  const { t } = useTranslation("appeals");
  const format = useFormat();
  const { competency, competencyName, day, context, events, outcome, rater, state } = of;
  const facts = [
    format.date(day),
    context,
    t("file.outcome", { percent: Math.round(outcome * 100), count: events }),
    rater === null ? "" : t("file.rater", { number: rater }),
  ].filter((one) => one !== "");
  return (
    <li>
      <div>
        <span className="signing-name">
          <strong>
            {competency} {format.name(competencyName)}
          </strong>
          {state === "counted" ? null : (
            <span className="badge badge-warn">{t(`file.gone.${state}`)}</span>
          )}
        </span>
        <p className="soft">{facts.join(" · ")}</p>
      </div>
      {onChoose === null || state !== "counted" ? null : (
        <Checkbox
          label={t("answer.choose")}
          aria-label={`${competency} ${format.date(day)}: ${t("answer.choose")}`}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
    </li>
  );
}

/** The evidence of a decision; who answers chooses in it what must not count. */
export function AppealPieces({
  file,
  chosen,
  onChoose,
}: {
  file: AppealFile;
  chosen: ReadonlySet<string>;
  onChoose: ((piece: string, isChosen: boolean) => void) | null;
}) {
  const { t } = useTranslation(["appeals", "frame"]);
  const [shown, setShown] = useState(shownAtOnce);
  const { pieces, piecesAll, isWhole, frameworkVersion, evidenceHash } = file;
  const left = pieces.length - shown;
  return (
    <Card title={t("file.pieces")} note={String(piecesAll)} flush>
      <div className="card-body">
        <p className="soft">
          {t(isWhole ? "file.whole" : "file.broken")}{" "}
          <span title={evidenceHash}>
            {t("file.version", { version: frameworkVersion, hash: shortHash(evidenceHash) })}
          </span>
        </p>
        {pieces.length < piecesAll ? (
          <p className="hint">{t("file.shown", { shown: pieces.length, all: piecesAll })}</p>
        ) : null}
        {pieces.length === 0 ? <p>{t("file.none")}</p> : null}
      </div>
      <ul className="plain-list signing-list">
        {pieces.slice(0, shown).map((piece) => (
          <Piece
            key={piece.id}
            of={piece}
            isChosen={chosen.has(piece.id)}
            onChoose={onChoose === null ? null : (is) => onChoose(piece.id, is)}
          />
        ))}
      </ul>
      {left > 0 ? (
        <div className="row table-tools">
          <Button variant="default" onClick={() => setShown(shown + shownAtOnce)}>
            {t("showMore", { left, ns: "frame" })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
