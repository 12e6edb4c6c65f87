/** What the app's scripts register: App, pages, components and behaviors, each under the script that called. */

export type Definition = Record<string, unknown>

/** What Behavior() answers: a definition other definitions mix in. */
export interface BehaviorDefinition {
  readonly __behavior: Definition
}

export interface Definitions {
  readonly pages: ReadonlyMap<string, Definition>
  readonly components: ReadonlyMap<string, Definition>
  /** The globals that register. */
  readonly globals: {
    App: (definition: Definition) => void
    Page: (definition: Definition) => void
    Component: (definition: Definition) => string
    Behavior: (definition: Definition) => BehaviorDefinition
  }
}

/** @param current the script that runs, without extension */
export function makeDefinitions(
  current: () => string,
  registerApp: (definition: Definition) => void,
): Definitions {
  const pages = new Map<string, Definition>()
  const components = new Map<string, Definition>()
  return {
    pages,
    components,
    globals: {
      App: registerApp,
      Page: (definition) => {
        pages.set(current(), definition ?? {})
      },
      Component: (definition) => {
        const path = current()
        components.set(path, definition ?? {})
        return path
      },
      Behavior: (definition) => ({ __behavior: definition }),
    },
  }
}
