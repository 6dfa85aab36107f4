// SPDX-License-Identifier: MIT
// docs/openapi.json against what it repeats: the resolution's schema, and the operations that the program promises.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const api = read('docs/openapi.json');
const named = (name) => 'Resolution' + name[0].toUpperCase() + name.slice(1);

// The schema with its definitions where OpenAPI has them.
const moved = (value) => {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' ? [key, '#/components/schemas/' + named(inner.split('/').pop())] : [key, moved(inner)],
    ),
  );
};

test('the resolution is described as in its own schema', () => {
  const { $schema, $id, $defs, ...document } = read('docs/resolution.schema.json');
  assert.deepEqual(api.components.schemas.Resolution, moved(document));
  for (const [name, schema] of Object.entries($defs)) assert.deepEqual(api.components.schemas[named(name)], moved(schema), name);
});

test('every operation has a name of its own, a tag that is described, and answers', () => {
  const tags = new Set(api.tags.map((each) => each.name));
  const ids = [];
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      ids.push(operation.operationId);
      assert.ok(operation.tags.every((each) => tags.has(each)), `${method} ${path}`);
      assert.ok(Object.keys(operation.responses).some((each) => each.startsWith('2')), `${method} ${path}`);
    }
  }
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, 25);
});

test('every schema, parameter and answer is used', () => {
  const text = JSON.stringify(api);
  for (const [kind, things] of Object.entries(api.components)) {
    if (kind === 'securitySchemes') continue;
    for (const name of Object.keys(things)) assert.ok(text.includes(`"#/components/${kind}/${name}"`), `${kind}/${name}`);
  }
});
