import { deflateSync } from "node:zlib";
import { pngSignature, writeChunk } from "./png-chunks.ts";

/** A medal with one to three rising bars, drawn by us: its words are in the credential. */

const side = 320;
const samples = 3;
const middle = side / 2;
const radii = { rim: 152, gap: 140, field: 134 };
const bars = { width: 40, gap: 16, base: 222, step: 46, least: 52, corner: 6 };

type Color = readonly [red: number, green: number, blue: number];
const rim: Color = [15, 92, 84];
const gap: Color = [255, 255, 255];
const field: Color = [20, 121, 110];
const bar: Color = [246, 200, 92];
const dim: Color = [44, 142, 130];
const barsMost = 3;

interface Bar {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly color: Color;
}

/** Three bars, of which as many shine as the echelon has reached. */
function barsOf(rank: number): readonly Bar[] {
  const all = barsMost * bars.width + (barsMost - 1) * bars.gap;
  return Array.from({ length: barsMost }, (_, at) => {
    const height = bars.least + at * bars.step;
    const left = middle - all / 2 + at * (bars.width + bars.gap);
    return { left, top: bars.base - height, height, color: at < rank ? bar : dim };
  });
}

const hex = (color: Color) =>
  `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/** @param rank of the echelon, 1 to 3 */
export function badgeSvg(rank: number): string {
  const circle = (radius: number, color: Color) =>
    `<circle cx="${middle}" cy="${middle}" r="${radius}" fill="${hex(color)}"/>`;
  const drawn = barsOf(rank).map(
    ({ left, top, height, color }) =>
      `<rect x="${left}" y="${top}" width="${bars.width}" height="${height}" ` +
      `rx="${bars.corner}" fill="${hex(color)}"/>`,
  );
  const box = `viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"`;
  const rings = [circle(radii.rim, rim), circle(radii.gap, gap), circle(radii.field, field)];
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${[...rings, ...drawn].join("")}</svg>`;
}

const drawn = new Map<number, Uint8Array>();

/** The same as points, drawn once. */
export function badgePng(rank: number): Uint8Array {
  const known = drawn.get(rank) ?? drawPng(rank);
  drawn.set(rank, known);
  return known;
}

function drawPng(rank: number): Uint8Array {
  const shown = barsOf(rank);
  const lines = Buffer.alloc(side * (1 + side * 4));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const at = y * (1 + side * 4) + 1 + x * 4;
      lines.set(pointOf(x, y, shown), at);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // Eight bits a channel, red, green, blue and how solid.
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    pngSignature,
    writeChunk("IHDR", head),
    writeChunk("IDAT", deflateSync(lines)),
    writeChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The mean of some places inside a point, so that edges are smooth. */
function pointOf(x: number, y: number, shown: readonly Bar[]): readonly number[] {
  const sum = [0, 0, 0];
  let solid = 0;
  for (let i = 0; i < samples; i += 1)
    for (let j = 0; j < samples; j += 1) {
      const color = colorAt(x + (i + 0.5) / samples, y + (j + 0.5) / samples, shown);
      if (color === null) continue;
      solid += 1;
      for (const [at, part] of color.entries()) sum[at]! += part;
    }
  if (solid === 0) return [0, 0, 0, 0];
  const parts = sum.map((part) => Math.round(part / solid));
  return [...parts, Math.round((255 * solid) / samples ** 2)];
}

function colorAt(x: number, y: number, shown: readonly Bar[]): Color | null {
  const away = Math.hypot(x - middle, y - middle);
  if (away > radii.rim) return null;
  if (away > radii.gap) return rim;
  if (away > radii.field) return gap;
  const over = shown.find((one) => isInBar(x, y, one));
  return over?.color ?? field;
}

/** Corners are round. */
function isInBar(x: number, y: number, { left, top, height }: Bar): boolean {
  const reach = (value: number, from: number, size: number) =>
    Math.max(from + bars.corner - value, value - (from + size - bars.corner), 0);
  return Math.hypot(reach(x, left, bars.width), reach(y, top, height)) <= bars.corner;
}
