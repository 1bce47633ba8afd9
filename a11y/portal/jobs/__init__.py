"""Background work: translating units and rendering their videos."""
