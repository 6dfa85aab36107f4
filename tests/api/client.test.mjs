// SPDX-License-Identifier: MIT
// A guide is walked to its end through a running `tsg serve` at TSG_URL (with TSG_TOKEN where it wants one) by the client that was
// generated from docs/openapi.json. Without TSG_URL only the client itself is looked at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(process.env.TSG_API_BUILD + '/');
const sdk = require('./client-js/sdk.gen.js');
const { client } = require('./client-js/client.gen.js');
const api = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
const url = process.env.TSG_URL;
const guide = process.env.TSG_GUIDE ?? 'application-gateway-502';
const most_steps = 200;

const headers = process.env.TSG_TOKEN ? { Authorization: `Bearer ${process.env.TSG_TOKEN}` } : {};
client.setConfig({ baseUrl: url ?? 'http://127.0.0.1:9', headers });

// The data of an answer that must have this code.
const answered = async (call, code) => {
  const { data, error, response } = await call;
  assert.equal(response.status, code, JSON.stringify(error));
  return { data, error, response };
};

test('the client has a function for every operation, which sends what is described', async () => {
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      assert.equal(typeof sdk[operation.operationId], 'function', operation.operationId);
      let sent = null;
      const fetch = async (request) => {
        sent = request;
        return new Response(null, { status: 204 });
      };
      const names = { guide: 'g', article: 'a', session: 's', name: 'n' };
      await sdk[operation.operationId]({ fetch, path: names, baseUrl: 'http://x.example' });
      assert.equal(sent.method, method.toUpperCase());
      assert.equal(new URL(sent.url).pathname, path.replace(/\{(\w+)\}/g, (_, name) => names[name]));
    }
  }
});

test('the guides are listed and shown', { skip: !url }, async () => {
  const { data } = await answered(sdk.listGuides(), 200);
  assert.ok(data.guides.some((each) => each.id === guide));
  const shown = await answered(sdk.getGuide({ path: { guide } }), 200);
  assert.equal(shown.data.id, guide);
});

test('a guide is walked until nothing is asked', { skip: !url }, async () => {
  const opened = await answered(sdk.openSession({ body: { guide, facts: {}, label: 'client.test' } }), 201);
  assert.ok(opened.response.headers.get('location'));
  let session = opened.data;
  const path = { session: session.id };
  const aside = new Set();
  for (let steps = 0; session.question && steps < most_steps; ++steps) {
    const { step, subject, options } = session.question;
    const where = `${step}[${subject}]`;
    const event =
      options.length > 0 ? { kind: 'answer', step, subject, option: options[0].id } : { kind: 'set-aside', step, subject };
    if (aside.has(where)) break;
    aside.add(where);
    const before = session.events;
    session = (await answered(sdk.addEvent({ path, body: { ...event, after: before } }), 200)).data;
    assert.ok(session.events > before);
  }
  assert.ok(session.outcomes.length > 0);
  assert.ok(session.path.some((each) => each.answeredBy === 'agent'));
  const resolution = (await answered(sdk.getSessionResolution({ path }), 200)).data;
  assert.equal(resolution.format, 'tsg-resolution/1');
  assert.equal(resolution.guide, guide);
  const again = (await answered(sdk.getSession({ path }), 200)).data;
  assert.equal(again.events, session.events);
  const stale = await answered(sdk.addEvent({ path, body: { kind: 'note', text: 'late', after: 0 } }), 409);
  assert.equal(stale.error.status, 409);
  const notes = await answered(sdk.getNotes({ path, query: { format: 'markdown' }, parseAs: 'text' }), 200);
  assert.ok(notes.data.length > 0);
  const { data: listed } = await answered(sdk.listSessions({ query: { guide } }), 200);
  assert.ok(listed.sessions.some((each) => each.id === session.id));
  await answered(sdk.deleteSession({ path }), 204);
  await answered(sdk.getSession({ path }), 404);
});

test('a troubleshooter asks, is answered, and ends', { skip: !url }, async () => {
  const path = { name: `client-test-${process.pid}` };
  const made = await sdk.putTroubleshooter({ path, body: { properties: { solutionId: guide } } });
  assert.ok([200, 201].includes(made.response.status), JSON.stringify(made.error));
  const { data } = await answered(sdk.getTroubleshooter({ path }), 200);
  const asked = data.properties.steps.find((each) => each.executionStatus === 'Running' && each.inputs?.length > 0);
  assert.ok(asked);
  const [input] = asked.inputs;
  const responses = [{ questionId: input.questionId, questionType: input.questionType, response: input.responseOptions[0].key }];
  await answered(sdk.continueTroubleshooter({ path, body: { stepId: asked.id, responses } }), 204);
  const after = (await answered(sdk.getTroubleshooter({ path }), 200)).data;
  const same = after.properties.steps.find((each) => each.id === asked.id);
  assert.equal(same.inputs[0].selectedOptionValue, input.responseOptions[0].value);
  await answered(sdk.endTroubleshooter({ path }), 204);
});

test('what is wrong is told as a problem', { skip: !url }, async () => {
  const { error, response } = await answered(sdk.getGuide({ path: { guide: 'no-such-guide' } }), 404);
  assert.match(response.headers.get('content-type'), /^application\/problem\+json/);
  assert.equal(error.status, 404);
});
