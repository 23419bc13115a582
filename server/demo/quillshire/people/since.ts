/** Most people got their account on this day, and had worked where they work for two years. */
export const joined = "2025-04-28";
export const from = "2023-04-03";
