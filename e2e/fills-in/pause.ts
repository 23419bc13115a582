/** The heading of the page that a pause leads to, and the choice that ends it. */
export const pausedPage = "It is paused now";
export const letItGoOn = "Let it go on";
