// Before anything is drawn: whose page this is. A plain script, so that no other brand's page flashes by.
(() => {
  const asked = new URLSearchParams(location.search).get('election');
  if (asked) document.documentElement.dataset.election = asked;
})();
