"""What a draft may leave out, so that what stands there is still true."""
