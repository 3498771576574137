/** Sizes of a seat plan; the kernel has the same, and a test holds them equal. */
export const schoolsMax = 300;
export const programmesMax = 20;
export const citiesMax = 30;
export const familiesMax = 12;
export const echelonsMax = 5;
export const decisionHalfYearsMax = 24;
export const stockHalfYearsMax = 32;
export const scenariosMax = 50;
/** No count of people, seats or teachers is larger. */
export const figureMax = 1e9;
/** How long a plan may be computed. */
export const secondsMax = 3_600;
