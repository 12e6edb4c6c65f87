// The one place that imports wx-server-sdk, initialised once an instance.
import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** A missing document reads as null instead of throwing. */
export const database = cloud.database({ throwOnNotFound: false } as object)
export { cloud }
