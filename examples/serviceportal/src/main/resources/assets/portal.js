// SPDX-License-Identifier: Apache-2.0
// Everything works without this file. It only moves the focus to what went wrong, keeps a form from being sent twice
// and sends on a page that has nothing but a button.
(function () {
  'use strict';
  var summary = document.querySelector('[data-focus]');
  if (summary) {
    summary.focus();
  }
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post') {
      return;
    }
    if (form.hasAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', '');
    window.setTimeout(function () { form.removeAttribute('data-sent'); }, 5000);
  });
  var handOver = document.querySelector('form[data-auto-submit]');
  var visit = performance.getEntriesByType('navigation')[0];
  // Not for somebody who comes back to this page: "back" must not send the request again.
  if (handOver && (!visit || visit.type !== 'back_forward')) {
    handOver.submit();
  }
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { form.removeAttribute('data-sent'); });
  });
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
})();
