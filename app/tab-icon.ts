const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Leeway</title><rect width="32" height="32" rx="4" fill="#005eb8"/><path d="M11 6v20h12" fill="none" stroke="#fff" stroke-width="4"/></svg>';

/** The picture in the browser's tab, in the page itself: a file would be one more request. */
export const tabIcon = `data:image/svg+xml,${encodeURIComponent(svg)}`;
