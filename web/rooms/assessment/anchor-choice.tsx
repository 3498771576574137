import { markNoteMax } from "@echelon/contract/assessment/rating-limits.ts";
import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Competency, Framework } from "./framework-map.ts";
import type { Given } from "./use-marks.ts";

interface Choice {
  readonly framework: Framework;
  readonly one: Competency;
  readonly given: Given | undefined;
  readonly onMark: (mark: number) => void;
  readonly onNote: (note: string) => void;
}

/**
 * One criterion: five marks with what each looks like, from the top down, as they are to be read.
 * They are a group of radio buttons; a tap or an arrow key chooses.
 */
export function AnchorChoice({ framework, one, given, onMark, onNote }: Choice) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const marks = framework.marks.map((name, mark) => ({ name, mark }));
  return (
    <fieldset className="criterion">
      <legend>
        <span className="dim">{one.id}</span> {format.name(one.name)}
      </legend>
      {marks.toReversed().map(({ name, mark }) => {
        const anchor = one.anchors?.[mark];
        return (
          <label key={mark} className="anchor-choice">
            <input
              type="radio"
              name={one.id}
              value={mark}
              checked={given?.mark === mark}
              onChange={() => onMark(mark)}
            />
            <strong className="anchor-mark">{mark}</strong>
            <span>
              <span className="anchor-name">{format.name(name)}</span>
              {anchor === undefined ? null : <span>{format.name(anchor)}</span>}
            </span>
          </label>
        );
      })}
      {given === undefined ? null : (
        <Textarea
          label={t("note", { competency: format.name(one.name) })}
          description={t("noteFor")}
          value={given.note}
          onChange={(event) => onNote(event.currentTarget.value)}
          maxLength={markNoteMax}
          autosize
          minRows={1}
          maxRows={8}
        />
      )}
    </fieldset>
  );
}
