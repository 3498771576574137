export const classSizeMax = 300;
