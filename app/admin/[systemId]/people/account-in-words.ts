type Account = { name: string; job: string | null; works: string[]; email: string | null };

/** "Ravi Patel, ward manager, QUH and OCH, ravi@quillshire.example": which account it is, of several alike. */
export const accountInWords = ({ name, job, works, email }: Account): string =>
  [name, job, works.join(" and "), email].filter(Boolean).join(", ");
