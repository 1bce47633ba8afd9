document.querySelectorAll('.klarhand-contrast').forEach(sheet => sheet.remove());
