export const onlyTheTeamAsks = "Only the team asks for permission, and not after it has ended.";
