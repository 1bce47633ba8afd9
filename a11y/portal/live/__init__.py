"""The live view's data: a sentence's motion, packed for the browser, and the signer's body."""
