import { Popover } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Run, Source } from "./course-types.ts";

/** Who says it, where and since when; what nobody has read for is said to be open. */
export function SourceText({ of }: { of: Source }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  return (
    <>
      {of.verified ? null : <span className="badge badge-warn">{t("source.open")}</span>}{" "}
      <span>{[of.publisher, of.title, of.published].filter(Boolean).join(" · ")}</span>{" "}
      <a href={of.url} target="_blank" rel="noreferrer" className="address">
        {of.url}
      </a>{" "}
      <span className="soft">{t("source.seen", { date: format.date(of.seen) })}</span>
    </>
  );
}

/** No line ends between a fact, its number and the mark that follows. */
const wordJoiner = "\u2060";

/** The number of a source behind a fact: it opens what the source is. */
function Cite({ id, sources }: { id: string; sources: readonly Source[] }) {
  const { t } = useTranslation("courses");
  const at = sources.findIndex((one) => one.id === id);
  const source = sources[at];
  if (source === undefined) return null;
  const name = t("source.number", { number: at + 1 });
  return (
    <Popover width={300} position="top" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`cite ${source.verified ? "" : "cite-open"}`}
          aria-label={source.verified ? name : `${name} (${t("source.open")})`}
        >
          {at + 1}
          {source.verified ? null : <span aria-hidden="true">?</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="cite-source">
        <SourceText of={source} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Running text with its marks. */
export function Runs({ of, sources }: { of: readonly Run[]; sources: readonly Source[] }) {
  return (
    <>
      {of.map(({ style, text }, at) => {
        switch (style) {
          case "bold":
            return <strong key={at}>{text}</strong>;
          case "italic":
            return <em key={at}>{text}</em>;
          case "code":
            return <code key={at}>{text}</code>;
          case "cite":
            return (
              <Fragment key={at}>
                {wordJoiner}
                <Cite id={text} sources={sources} />
                {wordJoiner}
              </Fragment>
            );
          default:
            return <span key={at}>{text}</span>;
        }
      })}
    </>
  );
}
