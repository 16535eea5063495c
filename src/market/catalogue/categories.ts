import { readSeedFile } from '../../shared/seed-file.js';
import { type AttributeTemplate, type BothLanguages, categoriesSchema } from './category-schema.js';

/** A leaf that goods are listed in, with the attributes of its group and its own. */
export type Category = { id: string; group: string; name: BothLanguages; attributes: AttributeTemplate[] };
/** One of the five OTOP groups. */
export type CategoryGroup = { id: string; name: BothLanguages; categories: Category[] };

let groups: CategoryGroup[] | undefined;
let leaves: Map<string, Category> | undefined;

/** The groups with their leaves in the order of the file; read once. Throws an Error that names file, line and field. */
export function loadCategories(): CategoryGroup[] {
  groups ??= readSeedFile('categories.yaml', categoriesSchema).groups.map((group) => ({
    id: group.id,
    name: group.name,
    categories: group.leaves.map((leaf) => ({
      id: leaf.id,
      group: group.id,
      name: leaf.name,
      attributes: [...group.attributes, ...leaf.attributes],
    })),
  }));
  return groups;
}

/** A leaf by its slug, such as food-snack, or null. */
export function findCategory(id: string): Category | null {
  leaves ??= new Map(
    loadCategories()
      .flatMap((group) => group.categories)
      .map((category) => [category.id, category]),
  );
  return leaves.get(id) ?? null;
}
