/** Usual dates: when an account was made, and when work at the organisation began. */
export const joined = "2025-04-28";
export const from = "2023-04-03";
