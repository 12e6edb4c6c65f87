// 分类: all categories in their order.
import type { Api } from '@contract/api'
import type { World } from '../../ports/world'

export async function listCategories(world: World): Promise<Api['mall.listCategories']['output']> {
  const rows = await world.store.find('categories', {}, { order: [['sort', 'asc']], limit: 200 })
  return { categories: rows.map(({ _id, name, picture }) => ({ id: _id, name, picture })) }
}
