/** How visits become clicks, carts and orders (market.md section 13). */
import { counted, type Measured, type Moment } from "../moment.ts";
import type { Subject } from "../subject.ts";
import { currencyNumber } from "../../world/lookups.ts";
import { rateOne } from "../../../money/convert.ts";

const conversion = "published: 2.58 % of visits world-wide, 1.4-3.0, small stores 1.8-3.8";
const clickRates = "Backlinko 2019, Optify 2011, Slingshot 2011, Sistrix: tenth place 2-2.5 %";
const baymard = "Baymard, at second hand: 70 % of carts are abandoned";
const ipc = "IPC surveys of cross-border shoppers: 16 % below 10 EUR, 40 % 10-49";

function ordersAVisit({ observation }: Subject): Measured {
  const { orders, visits } = observation();
  return counted((100 * orders) / visits);
}

function ordersAClick({ observation }: Subject): Measured {
  const { orders, clicks } = observation();
  return counted((100 * orders) / clicks);
}

function clicksAVisit({ observation }: Subject): Measured {
  const { clicks, visits } = observation();
  return counted(clicks / visits);
}

/** Clicks on the first place of the pages for one on the tenth. */
function firstToTenth({ firstPage }: Subject): Measured {
  const { rates } = firstPage();
  let first = 0;
  let tenth = 0;
  for (let row = 0; row < rates.rows; row++) {
    if (rates.slot[row] === 0) first += rates.clicks[row]!;
    if (rates.slot[row] === 9) tenth += rates.clicks[row]!;
  }
  return counted(first / tenth);
}

function cartsAbandoned({ observation }: Subject): Measured {
  const { carts, orders } = observation();
  return counted(100 * (1 - orders / carts));
}

function meanOrder({ observation, season }: Subject): Measured {
  const { revenueMinor, orders } = observation();
  const { startRateE8 } = season.world;
  const dollar = startRateE8[currencyNumber(season.world, "USD")]! / rateOne;
  return counted(revenueMinor / orders / 100 / dollar);
}

const verified = false;

export const shoppingMoments: readonly Moment[] = [
  {
    name: "shopping.ordersAVisit",
    unit: "%",
    lo: 2,
    hi: 5,
    isHard: true,
    source: conversion,
    verified,
    measure: ordersAVisit,
  },
  {
    name: "shopping.ordersAClick",
    unit: "%",
    lo: 2,
    hi: 12,
    isHard: false,
    source: conversion,
    verified,
    measure: ordersAClick,
  },
  {
    name: "shopping.clicksAVisit",
    unit: "clicks",
    lo: 0.6,
    hi: 2,
    isHard: false,
    source: "our choice",
    verified,
    measure: clicksAVisit,
  },
  {
    name: "shopping.firstToTenthPlace",
    unit: "times",
    lo: 3,
    hi: 12,
    isHard: false,
    source: clickRates,
    verified,
    measure: firstToTenth,
  },
  {
    name: "shopping.cartsAbandoned",
    unit: "%",
    lo: 65,
    hi: 75,
    isHard: false,
    source: baymard,
    verified,
    measure: cartsAbandoned,
  },
  {
    name: "shopping.meanOrder",
    unit: "USD",
    lo: 15,
    hi: 45,
    isHard: false,
    source: ipc,
    verified,
    measure: meanOrder,
  },
];
