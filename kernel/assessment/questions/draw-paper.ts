/** A paper by its blueprint: which questions a seat of an exam gets, and in which order. */

import { mixBytes, mixInt32, newHash } from "../../number/fnv.ts";
import { permutation } from "../../random/permutation.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";

/** A question of the bank as a draw sees it. */
export interface BankQuestion {
  /** Unique in the bank, and the same for ever: the draw is addressed by it. */
  readonly id: string;
  readonly type: string;
  /** Units and competencies that it belongs to. */
  readonly topics: readonly string[];
  /** Options that may be shown in any order; 0 where the order is the author's. */
  readonly options: number;
}

/** One row of a blueprint. */
export interface PaperSection {
  readonly name: string;
  /** A question belongs here if it has one of these; empty takes every topic. */
  readonly topics: readonly string[];
  /** Empty takes every type. */
  readonly types: readonly string[];
  readonly questions: number;
  /** Of each of its questions. */
  readonly pointsMicro: number;
}

export interface PaperQuestion {
  readonly section: number;
  readonly id: string;
  readonly pointsMicro: number;
  /** Places of the question's own options in the order shown. */
  readonly options: readonly number[];
}

export type Drawing =
  | { readonly isDrawn: true; readonly questions: readonly PaperQuestion[] }
  | {
      readonly isDrawn: false;
      /** The first section, by the blueprint's order, that cannot be filled beside those before. */
      readonly section: number;
      readonly name: string;
      readonly wanted: number;
      /** How many of the bank belong here at all. */
      readonly fitting: number;
      /** How many it could get. */
      readonly reached: number;
    };

/**
 * Draws the paper of one seat. No question comes twice; every seat has its own draw, which depends
 * on the exam's key, the seat and the questions' ids alone, never on the order of the bank's rows.
 *
 * Where sections want the same questions, an earlier one gives way as far as it has others, so a
 * refusal means that no paper of this blueprint exists.
 *
 * @param key   of the exam; secret until it was written
 * @param seat  number of the person in the exam, from 0
 */
export function drawPaper(
  bank: readonly BankQuestion[],
  sections: readonly PaperSection[],
  key: Key,
  seat: number,
): Drawing {
  const lots = bank.map((question) => lotOf(question, key, seat)).toSorted(byChance);
  const pools = sections.map((section) => lots.filter(({ of }) => belongs(of, section)));
  const owners = new Map<string, number>();
  for (const [at, section] of sections.entries()) {
    for (let reached = 0; reached < section.questions; reached += 1) {
      if (take(at, pools, owners, new Set())) continue;
      const { name, questions: wanted } = section;
      return { isDrawn: false, section: at, name, wanted, fitting: pools[at]!.length, reached };
    }
  }
  const questions = sections.flatMap(({ pointsMicro }, section) =>
    pools[section]!.filter(({ of }) => owners.get(of.id) === section).map(({ of, low, high }) => ({
      section,
      id: of.id,
      pointsMicro,
      options: [...permutation(of.options, seat, low, high, address(purpose.paperOptions), key)],
    })),
  );
  return { isDrawn: true, questions };
}

/** Whether a question of the bank may fill a place of a section. */
export function belongs(question: BankQuestion, { topics, types }: PaperSection): boolean {
  return (
    (types.length === 0 || types.includes(question.type)) &&
    (topics.length === 0 || question.topics.some((topic) => topics.includes(topic)))
  );
}

interface Lot {
  readonly of: BankQuestion;
  readonly low: number;
  readonly high: number;
  readonly chance: number;
}

function lotOf(question: BankQuestion, key: Key, seat: number): Lot {
  const { id } = question;
  const hash = newHash();
  mixBytes(
    hash,
    Uint16Array.from({ length: id.length }, (_, at) => id.charCodeAt(at)),
  );
  // A last round each, so that ids that differ in their last letter alone stand far apart.
  mixInt32(hash, id.length);
  mixInt32(hash, 0);
  const [low, high] = [hash[0]!, hash[1]!];
  const chance = uniform(seat, low, high, address(purpose.paperQuestion), key);
  return { of: question, low, high, chance };
}

/** The smallest number first; equal ones, which hardly happen, by their ids. */
function byChance(a: Lot, b: Lot): number {
  return a.chance - b.chance || (a.of.id < b.of.id ? -1 : 1);
}

/**
 * Gives a section one more question: its first that is free, else one whose section can take
 * another instead (augmenting paths; H. W. Kuhn, "The Hungarian method", 1955).
 *
 * @param asked sections that were already asked to give way
 */
function take(
  section: number,
  pools: readonly (readonly Lot[])[],
  owners: Map<string, number>,
  asked: Set<number>,
): boolean {
  asked.add(section);
  const free = pools[section]!.find(({ of }) => !owners.has(of.id));
  if (free !== undefined) {
    owners.set(free.of.id, section);
    return true;
  }
  for (const { of } of pools[section]!) {
    const owner = owners.get(of.id)!;
    if (asked.has(owner) || !take(owner, pools, owners, asked)) continue;
    owners.set(of.id, section);
    return true;
  }
  return false;
}
