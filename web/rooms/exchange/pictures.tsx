import { picturesUploadedMax, pictureBytesMax } from "@echelon/contract/exchange/picture-limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalError } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { Card, Problem, useRefusalText } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { eitherName } from "./marks.tsx";
import { PictureDrop } from "./picture-drop.tsx";
import { addressOf, moved, type PictureView, without } from "./picture-order.ts";
import type { Product } from "./product-edit.ts";

const refreshed = [
  "GET /catalogs/:enterprise/products/:product",
  "GET /catalogs/:enterprise/products",
  "GET /catalogs",
] as const;

type Place = { enterprise: string; product: string };
type Failure = { name: string; error: Error };

/** Pictures go up one after the other; those that are refused are named, the others stay. */
function useUploads(where: Place) {
  const { t } = useTranslation("exchange");
  const add = useAct("POST /catalogs/:enterprise/products/:product/pictures", refreshed);
  const [progress, setProgress] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const send = async (files: readonly File[]) => {
    const failed: Failure[] = [];
    for (const [at, file] of files.entries()) {
      setProgress(t("uploading", { at: at + 1, of: files.length }));
      try {
        // The server would refuse it too, after all of it has gone up.
        if (file.size > pictureBytesMax) throw new RefusalError("platform/too-large", {}, "");
        await add.mutateAsync({ where, file });
      } catch (error) {
        failed.push({ name: file.name, error: error as Error });
      }
    }
    setFailures(failed);
    setProgress(null);
  };
  return { send, progress, failures };
}

function Failures({ failures }: { failures: readonly Failure[] }) {
  const { t } = useTranslation("exchange");
  const say = useRefusalText();
  if (failures.length === 0) return null;
  const isHeavy = (error: Error) =>
    error instanceof RefusalError && error.code === "platform/too-large";
  return (
    <div className="problem" role="alert">
      <ul className="effects">
        {failures.map(({ name, error }) => (
          <li key={name} className="address">
            {t("pictureRefused", { name, why: isHeavy(error) ? t("pictureTooHeavy") : say(error) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

type TileProps = {
  picture: PictureView;
  place: number;
  count: number;
  name: string;
  mayEdit: boolean;
  isBusy: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
};

function Tile({ picture, place, count, name, mayEdit, isBusy, onMove, onRemove }: TileProps) {
  const { t } = useTranslation("exchange");
  const nth = place + 1;
  const alt = picture.alt || t("pictureAlt", { name, nth });
  const act = (label: string, sign: string, isOff: boolean, onClick: () => void) => (
    <button
      type="button"
      className="cell-act"
      aria-label={label}
      title={label}
      disabled={isBusy || isOff}
      onClick={onClick}
    >
      {sign}
    </button>
  );
  return (
    <li className="picture-tile">
      {picture.smallPath === null || picture.path === null ? (
        <span className="picture picture-large picture-away soft" title={picture.foreignUrl ?? ""}>
          {t("elsewhere")}
        </span>
      ) : (
        <a href={picture.path} target="_blank" rel="noreferrer">
          <img src={picture.smallPath} alt={alt} className="picture picture-large" />
        </a>
      )}
      {place === 0 ? <span className="badge badge-accent picture-mark">{t("first")}</span> : null}
      {mayEdit ? (
        <span className="picture-acts">
          {act(t("pictureBefore", { nth }), "←", place === 0, () => onMove(place - 1))}
          {act(t("pictureFirst", { nth }), "★", place === 0, () => onMove(0))}
          {act(t("pictureAfter", { nth }), "→", nth === count, () => onMove(nth))}
          {act(t("pictureRemove", { nth }), "✕", false, onRemove)}
        </span>
      ) : null}
    </li>
  );
}

/** A product's pictures: what shoppers see first, in which order, and more of them. */
export function Pictures({
  enterprise,
  product,
  mayEdit,
}: {
  enterprise: string;
  product: Product;
  mayEdit: boolean;
}) {
  const { t } = useTranslation("exchange");
  const { language } = useFormat();
  const where = { enterprise, product: product.id };
  const uploads = useUploads(where);
  const order = useAct("PUT /catalogs/:enterprise/products/:product/pictures", refreshed);
  const { pictures } = product;
  const foreign = pictures.filter(({ path }) => path === null).length;
  const isFull = pictures.length - foreign >= picturesUploadedMax;
  const put = (next: readonly PictureView[]) =>
    order.mutate({
      where,
      body: { basedOn: product.version, addresses: next.map(addressOf) },
    });
  return (
    <Card title={t("pictures", { count: pictures.length })} note={t("picturesNote")}>
      <div className="form">
        {pictures.length === 0 ? <p className="soft">{t("noPicture")}</p> : null}
        <ol className="pictures">
          {pictures.map((picture, place) => (
            <Tile
              key={addressOf(picture)}
              {...{ picture, place, mayEdit }}
              count={pictures.length}
              name={eitherName(product.title, language) || product.key}
              isBusy={order.isPending || uploads.progress !== null}
              onMove={(to) => put(moved(pictures, place, to))}
              onRemove={() => put(without(pictures, place))}
            />
          ))}
        </ol>
        {foreign === 0 ? null : <p className="soft">{t("foreignPictures", { count: foreign })}</p>}
        {order.error === null ? null : <Problem error={order.error} />}
        <Failures failures={uploads.failures} />
        {!mayEdit ? null : isFull ? (
          <p className="soft">{t("picturesFull", { count: picturesUploadedMax })}</p>
        ) : (
          <PictureDrop progress={uploads.progress} onFiles={(files) => void uploads.send(files)} />
        )}
      </div>
    </Card>
  );
}
