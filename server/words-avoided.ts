/** Words that the product does not say to people: they blame, grade or sound like a contract. With them, contractions. */
export const wordsAvoided =
  /\btrials?\b|\bapprov(al|als|e|ed)\b|\bsign(ed)?[- ]off\b|\bKPIs?\b|\btargets?\b|\bRAG\b|\bcomplian(t|ce)\b|\bassurance\b|\boverdue\b|\bescalat|\bfailed\b|\bunderperform|n't\b/i;
