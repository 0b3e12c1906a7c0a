// status.json is what its published schema says, and the schema rejects what is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { SITE, read } from './site.mjs';

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(read(SITE, 'status.schema.json')));
const status = () => JSON.parse(read(SITE, 'status.json'));

test('status.json validates against the schema that is published beside it', () => {
  assert.ok(validate(status()), JSON.stringify(validate.errors, null, 2));
});

test('The schema rejects an unknown key, a missing key, a wrong type and an unknown word', () => {
  const broken = [
    (value) => (value.projects[0].colour = 'red'),
    (value) => delete value.projects[0].musts,
    (value) => (value.as_of = 20260601),
    (value) => (value.projects[0].status = 'fine'),
    (value) => (value.projects[0].stages[0].start = '1 June 2026'),
  ];
  for (const [n, spoil] of broken.entries()) {
    const value = status();
    spoil(value);
    assert.ok(!validate(value), `fault ${n} was accepted`);
  }
});
