/** A webpack loader: TypeScript and JSX out, modern JavaScript in, before Babel fits it to old WebViews. */
const { transform } = require('esbuild')

module.exports = function compileTsx(source) {
  const done = this.async()
  transform(source, {
    loader: this.resourcePath.endsWith('.tsx') ? 'tsx' : 'ts',
    jsx: 'automatic',
    target: 'es2020',
    sourcefile: this.resourcePath,
    sourcemap: this.sourceMap ? 'external' : false,
    // A type-only import must vanish, but one for its style sheet must stay.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).then(
    ({ code, map }) => done(null, code, map ? JSON.parse(map) : undefined),
    (error) => done(error),
  )
}
