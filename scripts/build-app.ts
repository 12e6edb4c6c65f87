// Builds the mini-program for one platform: weapp (dist/weapp) or h5 (dist/h5).
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(__dirname, '..')

export type Platform = 'weapp' | 'h5'

export class BuildFailed extends Error {
  override name = 'BuildFailed'
}

/** Runs Taro's build; what it prints is shown only when it fails. `onChild` gets the process, to end it early. */
export function buildApp(
  platform: Platform,
  onChild: (child: ChildProcess) => void = () => undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const taro = join(ROOT, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
    const child = spawn(process.execPath, [taro, 'build', '--type', platform], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', FENYOU_BUILD_CACHE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onChild(child)
    let printed = ''
    const keep = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0 && !/^ERROR in/m.test(printed)) resolve()
      else reject(new BuildFailed(`taro build --type ${platform} failed:\n${printed}`))
    })
  })
}

if (require.main === module) {
  const platform = process.argv[2]
  if (platform !== 'weapp' && platform !== 'h5') {
    console.error('usage: tsx scripts/build-app.ts weapp|h5')
    process.exitCode = 2
  } else {
    buildApp(platform).then(
      () => console.log(`built dist/${platform}`),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
        process.exitCode = 1
      },
    )
  }
}
