import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** A place to drop a file, or to choose one; the keyboard reaches the input itself. */
export function FileDrop({
  label,
  hint,
  accept,
  isBusy,
  onFile,
}: {
  label: string;
  hint: string;
  /** Endings, e.g. `.xlsx,.csv`. */
  accept: string;
  isBusy: boolean;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation("frame");
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !isBusy) onFile(file);
  };
  return (
    <div
      className={isOver ? "drop drop-over" : "drop"}
      aria-busy={isBusy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>{label}</strong>
      <span className="soft">{hint}</span>
      <input
        id={id}
        className="drop-input"
        type="file"
        aria-label={label}
        accept={accept}
        disabled={isBusy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
      <label htmlFor={id} className="drop-button">
        {t("chooseFile")}
      </label>
      <span aria-live="polite">{isBusy ? t("reading") : null}</span>
    </div>
  );
}
