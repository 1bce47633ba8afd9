const code = (window.loadTimeDataRaw || {}).errorCode
  || (document.querySelector('.error-code') || {}).textContent || '';
return code && 'net::' + code.replace(/^net::/, '');
