a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]
