/** What the script tag loads: a line that is the same in a classic script and in a module. */
void import('./browser.js');
