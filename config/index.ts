/** How Taro builds the mini-program (weapp) and its browser preview (h5) from one source. */
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')

/** The part of webpack-chain this file touches. */
interface RuleChain {
  module: {
    rule: (name: string) => {
      test: (pattern: RegExp) => {
        enforce: (when: 'pre') => { use: (name: string) => { loader: (file: string) => unknown } }
      }
    }
  }
}

function compileTsx(chain: RuleChain): void {
  chain.module
    .rule('compile-tsx')
    .test(/\.tsx?$/)
    .enforce('pre')
    .use('compile-tsx')
    .loader(path.join(root, 'config/compile-tsx-loader.js'))
}
const isProduction = process.env.NODE_ENV === 'production'

const config: UserConfigExport<'webpack5'> = {
  projectName: 'fenyou',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // FENYOU_BUILD_CACHE=1 makes a second build three times faster; a clean clone never depends on it.
  cache: { enable: !isProduction || process.env.FENYOU_BUILD_CACHE === '1' },
  alias: {
    '@': path.join(root, 'src'),
    '@contract': path.join(root, 'contract'),
  },
  // theme.json names the tab icons, and Taro copies only those it reads in app.config.
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [{ from: 'src/assets/tab/', to: 'dist/weapp/assets/tab/' }]
        : [],
    options: {},
  },
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    path.join(root, 'config/plugin-aria.js'),
  ],
  defineConstants: {
    FENYOU_CLOUD_ENV: JSON.stringify(process.env.FENYOU_CLOUD_ENV ?? ''),
  },
  mini: {
    // Deep nodes stay out of the virtual `comp`, so that tests can select them. Missing from Taro's types.
    ...({ baseLevel: 30 } as object),
    webpackChain: compileTsx,
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} } },
  },
  h5: {
    webpackChain: compileTsx,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[chunkhash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: { autoprefixer: { enable: true }, pxtransform: { enable: true, config: {} } },
  },
}

export default defineConfig<'webpack5'>(() => config)
