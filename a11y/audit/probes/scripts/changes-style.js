const sheet = document.createElement('style');
sheet.className = 'klarhand-state';
sheet.textContent = arguments[0];
document.documentElement.append(sheet);
