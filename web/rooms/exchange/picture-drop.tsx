import { pictureMediaTypes } from "@echelon/contract/exchange/picture-limits.ts";
import { type ChangeEvent, type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

const accept = pictureMediaTypes.join(",");

type Props = {
  /** What is going on, e.g. the second of five; null while nothing is. */
  progress: string | null;
  onFiles: (files: readonly File[]) => void;
};

/** A place to drop pictures, to choose several, or on a phone to take one with its camera. */
export function PictureDrop({ progress, onFiles }: Props) {
  const { t } = useTranslation("exchange");
  const id = useId();
  const [isOver, setOver] = useState(false);
  const isBusy = progress !== null;
  const take = (list: FileList | null) => {
    if (list !== null && list.length > 0 && !isBusy) onFiles([...list]);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.currentTarget.files);
    // The same picture may be chosen again after it was mended.
    event.currentTarget.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={isOver ? "drop drop-over picture-drop" : "drop picture-drop"}
      aria-busy={isBusy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="soft">{t("pictureHint")}</span>
      <span className="row row-wrap">
        <span>
          <input
            id={`${id}-files`}
            className="drop-input"
            type="file"
            multiple
            aria-label={t("choosePictures")}
            accept={accept}
            disabled={isBusy}
            onChange={chosen}
          />
          <label htmlFor={`${id}-files`} className="drop-button">
            {t("choosePictures")}
          </label>
        </span>
        <span className="camera">
          <input
            id={`${id}-camera`}
            className="drop-input"
            type="file"
            aria-label={t("takePicture")}
            accept={accept}
            capture="environment"
            disabled={isBusy}
            onChange={chosen}
          />
          <label htmlFor={`${id}-camera`} className="drop-button">
            {t("takePicture")}
          </label>
        </span>
      </span>
      <span aria-live="polite">{progress}</span>
    </div>
  );
}
