declare module '*.ttf?inline' {
  /** A data URL. */
  const font: string;
  export default font;
}
