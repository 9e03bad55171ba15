/** Modules that only the build knows: workers bundled to text, and style sheets. */
declare module "inline-worker:*" {
  const source: string;
  export default source;
}
declare module "*.css" {}
