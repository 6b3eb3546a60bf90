/** The element id of a form field by its dotted name: `facts.0.text` becomes `field-facts-0-text`. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`;
}
