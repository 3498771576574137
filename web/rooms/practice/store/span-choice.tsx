import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Span, spanDays, spans } from "./spans.ts";
import { useAddressField } from "./use-address.ts";
import { useStorePlace } from "./use-store.ts";

/** The days that a report looks at; they stand in the address. */
export function useSpan() {
  const { season } = useStorePlace();
  const [span, setSpan] = useAddressField<Span>("span", spans, "week");
  const closed = Math.min(season.day, season.days + 1) - 1;
  const { from, to } = spanDays(span, closed);
  return { span, setSpan, from, to, closed };
}

export function SpanChoice({ span, setSpan }: { span: Span; setSpan: (span: Span) => void }) {
  const { t } = useTranslation("report");
  return (
    <SegmentedControl
      aria-label={t("span.name")}
      value={span}
      onChange={(value) => setSpan(value as Span)}
      data={spans.map((value) => ({ value, label: t(`span.${value}`) }))}
    />
  );
}
