import { create } from "qrcode";

/** Modules of white around the code that readers need (ISO/IEC 18004, 9.1). */
const quietZone = 4;

/**
 * A text as a QR code, drawn as one SVG path; error correction M, which survives 15 % of dirt.
 *
 * Drawn here and not by the library, so that the picture carries no colors of its own beyond black
 * on white and no size: it grows to the projector.
 */
export function writeQr(text: string): Uint8Array {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules.get(y, x) === 0) continue;
      let width = 1;
      while (x + width < size && modules.get(y, x + width) !== 0) width += 1;
      path += `M${x + quietZone} ${y + quietZone}h${width}v1h-${width}z`;
      x += width;
    }
  }
  const side = size + quietZone * 2;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"` +
    ` shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
  return new TextEncoder().encode(svg);
}
