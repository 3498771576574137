import "../atlas/world-source.ts";
import "../atlas/countries/de/rates.ts";
import "../kernel/money/rate.ts";
