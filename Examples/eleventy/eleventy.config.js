export default function (config) {
  config.addPassthroughCopy("pages/images");
}

export const config = {
  markdownTemplateEngine: "njk",
  dir: { input: "pages", output: "sortie" },
};
