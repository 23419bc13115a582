/** The address of Leeway in the links of letters. */
export const leewayAddress = (): string => process.env.NEXTAUTH_URL ?? "http://localhost:3000";
