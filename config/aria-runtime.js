/** Runs in the mini-program: templates and runtime count attributes alike, so both must know the same ones. */
import { mergeInternalComponents } from '@tarojs/shared'
import components from './aria.data.js'

mergeInternalComponents(components)
