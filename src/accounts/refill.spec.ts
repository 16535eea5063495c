import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { refilled } from './refill.js';

const ABOVE = { filled: '<p id="above"><a href="#kept-form">filled</a></p>', missing: '<p id="above">missing</p>' };
const page = (forms: string) => `<!doctype html><html lang="th"><body><main>${forms}</main></body></html>`;
const fill = (forms: string, fields: Record<string, string[]>, action = '/here') =>
  load(refilled(page(forms), { action, fields, above: ABOVE }));

describe('a form that is filled in again', () => {
  it('has what was typed in its fields, whatever they are', () => {
    const $ = fill(
      `<form method="post" action="/here"><input name="title" value="old"><textarea name="words">old</textarea>
       <select name="one"><option value="a" selected>A</option><option>b</option></select>
       <input type="radio" name="way" value="x" checked><input type="radio" name="way" value="y">
       <input type="checkbox" name="box" value="1"><input type="checkbox" name="other" value="1" checked>
       <input name="row" value=""><input name="row" value=""></form>`,
      { title: ['ผ้า"ทอ'], words: ['</textarea><b>ก'], one: ['b'], way: ['y'], box: ['1'], row: ['first', 'second'] },
    );
    const sent = $('form').serializeArray();
    expect(sent).toEqual(
      [
        ['title', 'ผ้า"ทอ'],
        ['words', '</textarea><b>ก'],
        ['one', 'b'],
        ['way', 'y'],
        ['box', '1'],
        ['row', 'first'],
        ['row', 'second'],
      ].map(([name, value]) => ({ name, value })),
    );
    expect($('main b')).toHaveLength(0);
    expect($('#above').text()).toBe('filled');
  });

  it('keeps the hidden fields of the page, and no password', () => {
    const $ = fill(
      `<form method="post" action="/here"><input type="hidden" name="onceKey" value="new"><input type="password" name="p"></form>`,
      { onceKey: ['old'], p: ['secret'] },
    );
    expect($('[name=onceKey]').val()).toBe('new');
    expect($('[name=p]').val()).toBeUndefined();
  });

  it('is the one of several to the same address that has the fields, opened where it was folded', () => {
    const $ = fill(
      `<form method="post" action="/here"><button name="goods" value="1">a</button></form>
       <details><form method="post" action="/here?tab=2#x"><input name="note"></form></details>
       <form method="get" action="/here"><input name="note"></form>`,
      { note: ['ก'] },
    );
    expect($('details[open]')).toHaveLength(1);
    expect($('details form').attr('id')).toBe('kept-form');
    expect($('details input').val()).toBe('ก');
    expect($('form[method=get] input').val()).toBeUndefined();
  });

  it('is found by the button that sends it elsewhere', () => {
    const $ = fill(
      `<form method="post" action="/shop" id="own"><input name="line"><button formaction="/here">find</button></form>`,
      { line: ['71/2'] },
    );
    expect($('input').val()).toBe('71/2');
    expect($('#above a').attr('href')).toBe('#own');
  });

  it('is told to be missing where the page has it no more', () => {
    const $ = fill('<form method="post" action="/there"><input name="note"></form>', { note: ['ก'] });
    expect($('#above').text()).toBe('missing');
    expect($('input').val()).toBeUndefined();
    expect($.html()).toMatch(/^<!doctype html>/i);
  });
});
