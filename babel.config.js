/** Babel fits the compiled sources to browserslist; TypeScript and JSX are gone by then (config/compile-tsx-loader.js). */
module.exports = {
  presets: [['taro', { framework: 'none', ts: false, compiler: 'webpack5' }]],
}
