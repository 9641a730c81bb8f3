/** The desk's page: it speaks the visitor's language, for nobody else's page tells it which. */
import '../voix-admin.js';

document.documentElement.lang = /^fr\b/i.test(navigator.language) ? navigator.language : 'en';
