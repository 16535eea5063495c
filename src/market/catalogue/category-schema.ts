import { z } from 'zod';

export const bothLanguages = z.strictObject({ th: z.string().min(1), en: z.string().min(1) });
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const attributeSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    label: bothLanguages,
    kind: z.enum(['text', 'number', 'choice', 'date', 'list']),
    required: z.boolean(),
    unit: bothLanguages.optional(),
    choices: z
      .array(z.strictObject({ value: slug, label: bothLanguages }))
      .min(1)
      .optional(),
    /** Bounds of a number, both allowed. */
    min: z.number().optional(),
    max: z.number().optional(),
    after: z.literal('today').optional(),
    pattern: z.string().optional(),
  })
  .refine((attribute) => attribute.kind !== 'choice' || attribute.choices, 'a choice needs its choices');

export const categoriesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      id: slug,
      name: bothLanguages,
      attributes: z.array(attributeSchema),
      leaves: z
        .array(z.strictObject({ id: slug, name: bothLanguages, attributes: z.array(attributeSchema).default([]) }))
        .min(1),
    }),
  ),
});

/** One field of a category's template. */
export type AttributeTemplate = z.infer<typeof attributeSchema>;
export type BothLanguages = z.infer<typeof bothLanguages>;
