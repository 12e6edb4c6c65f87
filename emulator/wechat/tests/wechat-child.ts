// A cloud in a process of its own, to be killed: it says on stdout where it listens, and then only serves.
import { startCloud } from '../../cloud'
import { createWechat } from '..'

async function main(functionsDir: string, data: string): Promise<void> {
  const cloud = await startCloud({
    functionsDir,
    collections: { told: {} },
    data,
    timers: false,
    quiet: true,
    extensions: [createWechat()],
  })
  process.stdout.write(`${cloud.base}\n`)
}

void main(process.argv[2] as string, process.argv[3] as string)
