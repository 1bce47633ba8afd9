"""Where a sentence that is too long can be parted."""
