export const onlyTheTeamWrites =
  "Only the team adds risks, and not after it has ended. Tell someone on the team what you see.";
