/**
 * Lit, as far as our elements use it. A minifier knows neither which methods of a class nobody calls nor what
 * is never the case; both are written here, in the words of Lit's own development sources, and it does the rest.
 * All of it must be found there: with a Lit that says it otherwise the build fails, and this is to be looked at
 * again. The browser tests run on what is left.
 */
import { parseAst } from 'rollup/parseAst';

/** By file: `unused`, classes, functions and members that go; `known`, expressions and what they always are. */
const LIT = {
  '@lit/reactive-element/development/css-tag.js': {
    unused: ['CSSResult.toString'],
    known: {
      // Every browser that reads our styles adopts sheets.
      "global.ShadowRoot && (global.ShadyCSS === undefined || global.ShadyCSS.nativeShadow) && 'adoptedStyleSheets' in Document.prototype && 'replace' in CSSStyleSheet.prototype":
        'true',
      's instanceof CSSStyleSheet ? s : s.styleSheet': 's.styleSheet',
      // Styles are literals, and nothing is put into them: each stands once, and makes its sheet once.
      'strings.length === 1 ? strings[0] : values.reduce((acc, v, idx) => acc + textFromCSSResult(v) + strings[idx + 1], strings[0])':
        'strings[0]',
      'safeToken !== constructionToken': 'false',
      'if (styleSheet === undefined) { (': 'if (true) { (',
      'return new CSSResult(cssText, strings, constructionToken);': 'return new CSSResult(cssText);',
      'this._strings = strings;': '',
      'strings !== undefined && strings.length === 1': 'false',
    },
  },

  '@lit/reactive-element/development/reactive-element.js': {
    unused: [
      'ReactiveElement.addInitializer',
      'ReactiveElement.addController',
      'ReactiveElement.removeController',
      'ReactiveElement.__propertyToAttribute',
      'ReactiveElement.getPropertyOptions',
      'ReactiveElement.firstUpdated',
      'ReactiveElement.finalizeStyles',
      'ReactiveElement.getUpdateComplete',
      'ReactiveElement.enableUpdating',
    ],
    known: {
      'const DEV_MODE = true': 'const DEV_MODE = false',
      'global.reactiveElementPolyfillSupport;': 'undefined;',
      // No names on the page's window.
      "(global.reactiveElementVersions ??= []).push('2.1.2');": '',
      // No decorators.
      "Symbol.metadata ??= Symbol('metadata');": '',
      'global.litPropertyMetadata ??= new WeakMap();': '',
      'this[Symbol.metadata]': 'null',
      'superCtor._initializers !== undefined': 'false',
      'this.constructor._initializers?.forEach((i) => i(this));': '',
      // No controllers: an element begins and ends what it listens to in its own callbacks.
      'this.__controllers?.forEach((c) => c.hostConnected?.());': '',
      'this.__controllers?.forEach((c) => c.hostDisconnected?.());': '',
      'this.__controllers?.forEach((c) => c.hostUpdate?.());': '',
      'this.__controllers?.forEach((c) => c.hostUpdated?.());': '',
      'this.firstUpdated(changedProperties);': '',
      'if (!this.hasUpdated) { this.hasUpdated = true; }': 'this.hasUpdated = true;',
      'return this.getUpdateComplete();': 'return this.__updatePromise;',
      // Nobody updates an element that was never in a page, nor asks the class of all of them for its attributes.
      'if (!this.hasUpdated) { this.renderRoot ??= this.createRenderRoot();': 'if (!this.hasUpdated) {',
      '(this.__attributeToPropertyMap && [...this.__attributeToPropertyMap.keys()])':
        '[...this.__attributeToPropertyMap.keys()]',
      'shouldUpdate = false; this.__markUpdated();': 'this.__markUpdated();',
      'this.isUpdatePending === false': '!this.isUpdatePending',
      // A property has an attribute of its name or none, which is a text and is never written.
      "typeof attribute === 'string'": 'false',
      "typeof name === 'string'": 'true',
      '...getOwnPropertySymbols(props),': '',
      'options = defaultPropertyDeclaration': 'options',
      '!options.noAccessor': 'true',
      'descriptor !== undefined': 'true',
      "trustedTypes ? trustedTypes.emptyScript : ''": "''",
      'this.prototype.hasOwnProperty(name)': 'false',
      'getOwnPropertyDescriptor(this.prototype, name) ??': '',
      'get?.call(this)': 'this[key]',
      'set?.call(this, value)': 'this[key] = value',
      'return { get, set(value)': 'return { get() { return this[key]; }, set(value)',
      'options ??= ctor.getPropertyOptions(name);': '',
      '(options.hasChanged ?? notEqual)(newValue, oldValue) || (options.useDefault && options.reflect && newValue === this.__defaultValues?.get(name) && !this.hasAttribute(ctor.__attributeNameForProperty(name, options)))':
        '!is(this[name], oldValue)',
      'if (useNewValue === false) { newValue = this[name]; }': '',
      'name, oldValue, options, useNewValue = false, newValue': 'name, oldValue',
      'name, oldValue, options)': 'name, oldValue)',
      'this.__reflectingProperties &&= this.__reflectingProperties.forEach((p) => this.__propertyToAttribute(p, this[p]));':
        '',
      'propName !== undefined && this.__reflectingProperty !== propName': 'true',
      'const options = ctor.getPropertyOptions(propName);': '',
      'attributeChangedCallback(name, _old, value) { this._$attributeToProperty(name, value); }': '',
      '_$attributeToProperty(name, value) {': 'attributeChangedCallback(name, _old, value) {',
      "typeof options.converter === 'function' ? { fromAttribute: options.converter } : options.converter?.fromAttribute !== undefined ? options.converter : defaultConverter":
        'undefined',
      'this.__reflectingProperty = propName;': '',
      'this.__reflectingProperty = null;': '',
      'converter.fromAttribute(value, options.type)': 'value',
      'convertedValue ?? this.__defaultValues?.get(propName) ?? convertedValue': 'convertedValue',
      'name, oldValue, { useDefault, reflect, wrapped }, initializeValue': 'name, oldValue',
      '!this.hasUpdated && !useDefault': '!this.hasUpdated',
      'useDefault && !(this.__defaultValues ??= new Map()).has(name)': 'false',
      'reflect === true && this.__reflectingProperty !== name': 'false',
      'elementProperties.size > 0': 'false',
      "JSCompiler_renameProperty('elementProperties', this)": "'elementProperties'",
      "JSCompiler_renameProperty('elementProperties', ReactiveElement)": "'elementProperties'",
      "JSCompiler_renameProperty('finalized', this)": "'finalized'",
      "JSCompiler_renameProperty('finalized', ReactiveElement)": "'finalized'",
      "JSCompiler_renameProperty('properties', this)": "'properties'",
      // Every shadow root is open.
      'this.constructor.shadowRootOptions': "{ mode: 'open' }",
      "ReactiveElement.shadowRootOptions = { mode: 'open' };": '',
      // A list of styles, each once.
      'ReactiveElement.elementStyles = [];': '',
      'this.finalizeStyles(this.styles)': 'this.styles',
    },
  },

  'lit-element/development/lit-element.js': {
    unused: [
      'LitElement.createRenderRoot',
      'LitElement.connectedCallback',
      'LitElement.disconnectedCallback',
      'LitElement.render',
    ],
    known: {
      'const DEV_MODE = true': 'const DEV_MODE = false',
      'global.litElementHydrateSupport?.({ LitElement });': '',
      'global.litElementPolyfillSupport;': 'undefined;',
      "(global.litElementVersions ??= []).push('4.2.2');": '',
      "LitElement['_$litElement$'] = true;": '',
      "LitElement[JSCompiler_renameProperty('finalized', LitElement)] = true;": '',
      'this.__childPart = undefined;': '',
      'this.__childPart = render(': 'render(',
      // No directive asks whether it is connected.
      'if (!this.hasUpdated) { this.renderOptions.isConnected = this.isConnected; }': '',
    },
  },

  'lit-html/development/lit-html.js': {
    unused: [
      'TemplateInstance.parentNode',
      'TemplateInstance._$isConnected',
      'ChildPart._$isConnected',
      'ChildPart.parentNode',
      'ChildPart.startNode',
      'ChildPart.endNode',
      'ChildPart.setConnected',
      'AttributePart.tagName',
      'AttributePart._$isConnected',
      'PropertyPart.constructor',
      'BooleanAttributePart.constructor',
      'EventPart.constructor',
    ],
    known: {
      'const DEV_MODE = true': 'const DEV_MODE = false',
      'const ENABLE_EXTRA_SECURITY_HOOKS = true': 'const ENABLE_EXTRA_SECURITY_HOOKS = false',
      'const ENABLE_SHADYDOM_NOPATCH = true': 'const ENABLE_SHADYDOM_NOPATCH = false',
      'global.litHtmlPolyfillSupport;': 'undefined;',
      // A policy of our own: a page's own copy of Lit takes the name of Lit's, and a name is given once.
      "trustedTypes.createPolicy('lit-html', {": "trustedTypes.createPolicy('voix', {",
      "(global.litHtmlVersions ??= []).push('3.3.3');": '',
      // No directives, and nothing that they answer with or ask.
      'element, name, strings, parent, options': 'element, name, options',
      'templatePart.name, templatePart.strings, this, options': 'templatePart.name, options',
      'startNode, endNode, parent, options': 'startNode, endNode, options',
      'node.nextSibling, this, options': 'node.nextSibling, options',
      'this._insert(createMarker()), this, this.options': 'this._insert(createMarker()), this.options',
      'constructor(template, parent)': 'constructor(template)',
      'new TemplateInstance(template, this)': 'new TemplateInstance(template)',
      'nextSibling, partIndex': 'nextSibling',
      'nextSibling, from': 'nextSibling',
      'resolveDirective(this, value, directiveParent)': 'value',
      'resolveDirective(this, value, directiveParent, 0)': 'value',
      'resolveDirective(this, newListener, directiveParent, 0) ?? nothing': 'newListener',
      '!isPrimitive(value) || (value !== this._$committedValue && value !== noChange)':
        'value !== this._$committedValue',
      'value !== noChange': 'true',
      'newListener === noChange': 'false',
      'this._$notifyConnectionChanged?.(false, true, from);': '',
      'this._$disconnectableChildren = undefined;': '',
      'this.__isConnected = options?.isConnected ?? true;': '',
      // No svg, no MathML, nothing compiled.
      "+ (type === SVG_RESULT ? '</svg>' : type === MATHML_RESULT ? '</math>' : '')": '',
      'type === SVG_RESULT': 'false',
      'type === MATHML_RESULT': 'false',
      "typeof type === 'number'": 'true',
      "{ strings, ['_$litType$']: type }, options": '{ strings }',
      'getTemplateHtml(strings, type)': 'getTemplateHtml(strings)',
      'Template.createElement(html, options)': 'Template.createElement(html)',
      // In templates no comment, no script, style or title, and no text in a textarea.
      '/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g': '/<\\/?[a-zA-Z][^>\\s]*/g',
      "match[COMMENT_START] === '!--'": 'false',
      'match[COMMENT_START] !== undefined': 'false',
      'match[TAG_NAME] !== undefined': 'true',
      'node.nodeType === 8': 'true',
      'node.hasAttributes()': 'true',
      'rawTextElement.test(match[TAG_NAME])': 'false',
      'rawTextElement.test(node.tagName)': 'false',
      'rawTextEndRegex ?? textEndRegex': 'textEndRegex',
      'regex === commentEndRegex || regex === comment2EndRegex': 'false',
      'rawTextEndRegex = undefined;': '',
      '(i = node.data.indexOf(marker, i + 1)) !== -1': 'false',
      // An attribute is bound as a whole, an element not at all.
      "strings.length > 2 || strings[0] !== '' || strings[1] !== ''": 'false',
      'const strings = this.strings;': '',
      'strings === undefined': 'true',
      'part !== undefined': 'true',
      'part.strings !== undefined': 'false',
      'name.startsWith(marker)': 'false',
      'templatePart.type === ELEMENT_PART': 'false',
      "const end = regex === tagEndRegex && strings[i + 1].startsWith('/>') ? ' ' : '';": '',
      'marker + end': 'marker',
      'attrNameEndIndex >= 0': 'true',
      'attrNameEndIndex = -2;': '',
      'templatePart.type === ATTRIBUTE_PART': 'true',
      // A list is an array.
      'isIterable(value)': 'isArray(value)',
      // A listener is a function without options, and stays.
      'newListener === nothing && oldListener !== nothing': 'false',
      'newListener !== nothing && (oldListener === nothing || shouldRemoveListener)':
        'oldListener === nothing',
      'this.options?.host ?? this.element': 'this.options.host',
      'newListener.capture !== oldListener.capture || newListener.once !== oldListener.once || newListener.passive !== oldListener.passive':
        'false',
      "typeof this._$committedValue === 'function'": 'true',
      'wrap(start)': 'start',
      '!noCommit': 'true',
      'if (change) { this._$committedValue = value; }': 'this._$committedValue = value;',
      'else { this._$committedValue = nothing; }': '',
      'this.type = ATTRIBUTE_PART;': '',
      'this.type = CHILD_PART;': '',
      'this._$parent = parent;': '',
      'const value = node.getAttribute(name);': '',
      'const statics = value.split(marker);': '',
      'strings: statics,': '',
      'directiveParent = this, valueIndex, noCommit': '',
      'directiveParent = this': '',
      'options?.creationScope ?? d': 'd',
      'options?.renderBefore ?? container': 'container',
      'const endNode = options?.renderBefore ?? null;': '',
      'createMarker(), endNode), endNode, undefined, options ?? {}': 'createMarker(), null), null, options',
    },
  },
};

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The same code, however it is broken into lines. */
const anyhow = (code) => new RegExp(code.split(/\s+/).map(escaped).join('\\s*'), 'g');

const COMMENTS = /^\s*(\/\/.*|\/\*[\s\S]*?\*\/)$/gm;

/** The members of classes, and the functions, by name. */
function* declared(code) {
  for (const statement of parseAst(code).body) {
    const declaration = statement.declaration ?? statement;
    if (declaration.type !== 'ClassDeclaration') continue;
    for (const { key, start, end } of declaration.body.body)
      yield { name: `${declaration.id.name}.${key.name}`, start, end };
  }
}

/**
 * What is left of a file of Lit's; of any other file, all.
 * @throws Error where Lit does not say what is written here
 */
export function lean(source, path) {
  const file = Object.keys(LIT).find((file) => path.endsWith(file));
  if (!file) return source;
  const { unused, known } = LIT[file];
  const missing = (what) => new Error(`Lit has changed. This is not in ${file}: ${what}`);
  let code = source.replace(COMMENTS, '');
  for (const [expression, value] of Object.entries(known)) {
    const pattern = anyhow(expression);
    if (!pattern.test(code)) throw missing(expression);
    code = code.replace(pattern, () => value);
  }
  const places = [...declared(code)];
  const lacking = unused.find((name) => !places.some((place) => place.name === name));
  if (lacking) throw missing(lacking);
  for (const { name, start, end } of places.reverse())
    if (unused.includes(name)) code = code.slice(0, start) + code.slice(end);
  return code;
}
