/**
 * Words as they are read, whatever spaces the source has.
 * @param {string} text
 */
export const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** A picture to send with a form. @typedef {{ name: string, content: Uint8Array }} Picture */

/** A form that somebody fills in: fields by the words on their labels, and what else stands in it goes along as it is. */
export class Form {
  #pictures = new Map();

  /**
   * @param {import('cheerio').CheerioAPI} $
   * @param {import('cheerio').Cheerio<import('domhandler').Element>} button
   * @param {string} path of the page, where a form without an address of its own goes
   */
  constructor($, button, path) {
    this.$ = $;
    this.button = button;
    this.form = button.closest('form');
    this.path = path;
  }

  /**
   * Answers one question of the form.
   * @param {string} label what stands beside the field, or its beginning before a unit or a mark
   * @param {string | boolean | Picture} answer text, the words of a choice or of several, a tick, or a picture
   * @param {string} [group] words on the frame around the field, where several have the same label
   */
  answer(label, answer, group) {
    const question = group ? null : this.#question(label);
    if (question) return this.#pickIn(question, answer.split(', '), label);
    const field = this.#field(label, group);
    const kind = field.is('select') ? 'select' : (field.attr('type') ?? 'text');
    if (kind === 'select') this.#choose(field, field.is('[multiple]') ? answer.split(', ') : [answer], label);
    else if (kind === 'file') this.#pictures.set(field.attr('name'), answer);
    else if (kind === 'radio') this.#pick(field);
    else if (kind === 'checkbox') this.#tick(field, Boolean(answer));
    else if (field.is('textarea')) field.text(String(answer));
    else field.attr('value', String(answer));
  }

  /**
   * Whether a field bears the mark of those that must be filled.
   * @param {string} label
   */
  isMust(label) {
    const words = this.#question(label)?.children('legend') ?? this.#labels(label).first();
    return words.text().trim().endsWith('*');
  }

  /** What a browser would send. */
  filled() {
    if (this.button.is('[disabled]')) throw new Error(`"${tidy(this.button.text())}" cannot be pressed yet.`);
    const action = this.form.attr('action') ?? this.path;
    const method = (this.form.attr('method') ?? 'get').toLowerCase();
    const pairs = [...this.#pairs()];
    const name = this.button.attr('name');
    if (name) pairs.push([name, this.button.attr('value') ?? '']);
    if (this.form.attr('enctype') !== 'multipart/form-data')
      return { action, method, body: new URLSearchParams(pairs) };
    const body = new FormData();
    for (const [key, value] of pairs) body.append(key, value);
    for (const [key, { name: file, content }] of this.#pictures) body.append(key, new Blob([content]), file);
    return { action, method, body };
  }

  /** Cheerio's own serialising overlooks the choice in a list with headings. */
  *#pairs() {
    for (const element of this.form
      .find('input[name], select[name], textarea[name]')
      .not('[disabled], [type=file]')
      .toArray()) {
      const field = this.$(element);
      const name = field.attr('name');
      if (field.is('select')) for (const value of this.#chosen(field)) yield [name, value];
      else if (field.is('textarea')) yield [name, field.text()];
      else if (!field.is('[type=radio], [type=checkbox]') || field.is('[checked]'))
        yield [name, field.attr('value') ?? ''];
    }
  }

  /** Where nothing is chosen in a list that takes one answer, a browser sends the first. */
  #chosen(select) {
    const options = select.find('option');
    const chosen = options.filter('[selected]');
    const sent = chosen.length > 0 || select.is('[multiple]') ? chosen : options.first();
    return sent.toArray().map((option) => this.$(option).attr('value') ?? tidy(this.$(option).text()));
  }

  #field(label, group) {
    const labels = this.#labels(label, group);
    const fields = labels.map((_i, each) => this.#labelled(this.$(each))).get();
    if (fields.length === 0)
      throw new Error(`The form has no field "${label}"${group ? ` in "${group}"` : ''}. ${this.#contents()}`);
    return this.$(fields[0]);
  }

  #labels(label, group) {
    const frame = group ? this.#frame(group) : this.form;
    return frame.find('label').filter((_i, each) => isLabel(this.#words(each), label));
  }

  /** The frame around the choices of a question, where its words stand on the frame. */
  #question(label) {
    const frames = this.form
      .find('fieldset')
      .filter((_i, each) => isLabel(tidy(this.$(each).children('legend').text()), label));
    return frames.length > 0 ? frames.first() : null;
  }

  #pickIn(question, answers, label) {
    question.find('input').removeAttr('checked');
    for (const answer of answers) {
      const found = question.find('label').filter((_i, each) => tidy(this.$(each).text()) === answer);
      if (found.length === 0) throw new Error(`"${label}" offers no "${answer}".`);
      found.first().find('input').attr('checked', 'checked');
    }
  }

  #frame(group) {
    const frames = this.form
      .find('fieldset')
      .filter((_i, each) => tidy(this.$(each).children('legend').text()).startsWith(group));
    if (frames.length === 0) throw new Error(`The form has no part "${group}". ${this.#contents()}`);
    return frames.first();
  }

  /** A label's words; a code behind them is for whoever knows it. */
  #words(label) {
    return tidy(this.$(label).clone().children('code').remove().end().text());
  }

  #labelled(label) {
    const id = label.attr('for');
    return id ? this.form.find(`[id="${id}"]`).get(0) : label.find('input').get(0);
  }

  #choose(select, answers, label) {
    const options = select.find('option');
    options.removeAttr('selected');
    for (const answer of answers) {
      const option = options.filter((_i, each) => tidy(this.$(each).text()) === answer);
      if (option.length === 0) throw new Error(`"${label}" offers no "${answer}".`);
      option.first().attr('selected', 'selected');
    }
  }

  #pick(radio) {
    this.form.find(`input[type=radio][name="${radio.attr('name')}"]`).removeAttr('checked');
    radio.attr('checked', 'checked');
  }

  #tick(box, isTicked) {
    if (isTicked) box.attr('checked', 'checked');
    else box.removeAttr('checked');
  }

  #contents() {
    return `It has: ${this.form
      .find('label, legend')
      .map((_i, each) => tidy(this.$(each).text()))
      .get()
      .join(' | ')}`;
  }
}

/** A unit in brackets and the mark of a field that must be filled stand behind a label's words. */
function isLabel(found, wanted) {
  const bare = found.replace(/ \*$/, '');
  return found === wanted || bare === wanted || bare.replace(/ \([^()]*\)$/, '') === wanted;
}
