// Siteimprove's Alfa as a process: one JSON line in ({id, page}), one out ({id, results, passed}).
// The page is what alfa-dom's `Native.fromNode` made of it in the browser.
import { createInterface } from 'node:readline';
import { Audit, Outcome } from '@siteimprove/alfa-act';
import { Device } from '@siteimprove/alfa-device';
import { Node } from '@siteimprove/alfa-dom';
import { Request, Response } from '@siteimprove/alfa-http';
import rules from '@siteimprove/alfa-rules';
import { Page } from '@siteimprove/alfa-web';

const criteria = rule => rule.toJSON().requirements
  .filter(one => one.type === 'criterion').map(one => one.chapter);

const where = target => {
  try { return typeof target.path === 'function' ? target.path() : ''; } catch { return ''; }
};

const said = outcome => {
  for (const [, result] of outcome.expectations ?? []) {
    const diagnostic = result.isErr?.() ? result.getErr?.() ?? result.getErrUnsafe?.() : null;
    if (diagnostic?.message) return diagnostic.message;
  }
  return '';
};

const check = async json => {
  const page = Page.of(Request.empty(), Response.empty(), Node.from(json, Device.standard()), Device.standard());
  const results = [];
  const passed = new Set();
  for (const outcome of await Audit.of(page, rules).evaluate()) {
    const rule = outcome.rule.uri.split('/').pop();
    if (Outcome.isPassed(outcome)) passed.add(rule);
    if (!Outcome.isFailed(outcome)) continue;
    results.push({rule, uri: outcome.rule.uri, criteria: criteria(outcome.rule),
      path: where(outcome.target), message: said(outcome)});
  }
  return {results, passed: [...passed]};
};

for await (const line of createInterface({input: process.stdin})) {
  const {id, page} = JSON.parse(line);
  let answer;
  try { answer = await check(page); } catch (error) { answer = {error: String(error)}; }
  process.stdout.write(`${JSON.stringify({id, ...answer})}\n`);
}
