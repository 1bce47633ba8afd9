const sheet = document.createElement('style');
sheet.id = 'klarhand-still';
sheet.textContent = '*, *::before, *::after { caret-color: transparent !important; transition: none !important;'
  + 'animation-play-state: paused !important; scroll-behavior: auto !important; }';
document.documentElement.append(sheet);
