document.querySelectorAll('.klarhand-state').forEach(sheet => sheet.remove());
