/** nhsuk-frontend writes name-only container queries, which Turbopack's CSS parser refuses: give them a condition that always holds. */
const namedContainers = {
  postcssPlugin: "named-containers",
  AtRule: {
    container: (/** @type {{ params: string }} */ rule) => {
      if (/^[\w-]+$/.test(rule.params.trim())) rule.params += " (width >= 0px)";
    },
  },
};

export default { plugins: [namedContainers, "@tailwindcss/postcss"] };
