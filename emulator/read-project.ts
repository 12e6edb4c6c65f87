/** Reads a project as the deployment tools do: its functions, their settings and variables, its collections. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { CollectionsFile, FunctionSettings } from './cloud'

/** A project file that is missing or can't be read, in words. */
export class BadProject extends Error {
  override name = 'BadProject'
}

export interface Project {
  functionsDir: string
  functions: FunctionSettings[]
  collections: CollectionsFile
  /** What each `{{env.NAME}}` stands for: from database/local-keys.json, `.env`, `.env.local`, the last first. */
  env: Record<string, string>
  /** The pages of the mini-program as built; none when it isn't, and then every page counts as published. */
  pages: string[]
  /** What a person should know about what was found. */
  notes: string[]
}

/** Where functions are kept when no file says so, in this order. */
const USUAL_FOLDERS = ['cloudfunctions', 'functions']

export function readProject(root: string): Project {
  const declared = readJson<{ functionRoot?: string; functions?: FunctionSettings[] }>(
    join(root, 'cloudbaserc.json'),
  )
  const devtools = readJson<{ cloudfunctionRoot?: string; miniprogramRoot?: string }>(
    join(root, 'project.config.json'),
  )
  const usual = USUAL_FOLDERS.find((name) => existsSync(join(root, name)))
  const folder = declared?.functionRoot ?? devtools?.cloudfunctionRoot ?? usual ?? 'cloudfunctions'
  const collectionsPath = join(root, 'database', 'collections.json')
  const collections = readJson<CollectionsFile>(collectionsPath)
  const notes: string[] = []
  if (!declared && existsSync(join(root, 'cloudbaserc.js'))) {
    notes.push('cloudbaserc.js is not read: write cloudbaserc.json.')
  }
  if (!declared) notes.push('There is no cloudbaserc.json: every function gets 20 s and 256 MB.')
  if (!collections) {
    notes.push(
      'There is no database/collections.json: the database begins without collections. Functions make them with ' +
        'db.createCollection, you with POST /__emulator__/collections.',
    )
  }
  const functions = declared?.functions ?? []
  const given = {
    // Keys of this machine alone; a deployment has its own.
    ...readJson<Record<string, string>>(join(root, 'database', 'local-keys.json')),
    ...readEnv(join(root, '.env')),
    ...readEnv(join(root, '.env.local')),
  }
  return {
    functionsDir: join(root, folder),
    functions,
    collections: collections ?? {},
    env: Object.fromEntries(Object.entries(given).filter(([name]) => isAsked(functions, name))),
    pages: readPages(join(root, devtools?.miniprogramRoot ?? '')),
    notes,
  }
}

/** Only what a function's settings ask for reaches that function, as when it is deployed. */
function isAsked(functions: FunctionSettings[], name: string): boolean {
  const asked = new RegExp(`\\{\\{\\s*env\\.${name}\\s*\\}\\}`)
  const values = functions.flatMap(({ envVariables = {} }) => Object.values(envVariables))
  return values.some((value) => asked.test(String(value)))
}

interface AppFile {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
}

function readPages(folder: string): string[] {
  const app = readJson<AppFile>(join(folder, 'app.json'))
  const inner = (app?.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...(app?.pages ?? []), ...inner]
}

function readJson<T>(path: string): T | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (error) {
    throw new BadProject(`${path} is not JSON: ${(error as Error).message}`)
  }
}

function readEnv(path: string): Record<string, string> {
  if (!existsSync(path)) return {}
  return parseEnv(readFileSync(path, 'utf8')) as Record<string, string>
}
